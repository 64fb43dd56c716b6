import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import { compileDecisionTable } from '@reglament/expressions';
import { definitionOf, end, person, role, startTo } from './scene.js';

/** A structured process: blocks put one after another or inside one another, so that it is sound by how it is made. */
export type Block =
  | { readonly kind: 'task' | 'service' | 'approval' | 'sequentialTask' | 'children' | 'reminded' | 'moment' | 'message' | 'throw' | 'send' | 'receive' | 'signal' | 'heard' | 'decision' | 'call' | 'calls' | 'eachService' | 'serviceChildren' | 'eachApproval' | 'approvals' | 'eachDecision' | 'eachCall' | 'loopedTask' | 'race' }
  | { readonly kind: 'sequence' | 'exclusive' | 'inclusive' | 'parallel'; readonly blocks: readonly Block[] }
  | { readonly kind: 'loop' | 'subProcess' | 'sequentialScope' | 'childScope' | 'timed' | 'aside' | 'repeating' | 'told' | 'called' | 'failing' | 'escalating' | 'judged' | 'undone' | 'transaction' | 'adHoc' | 'paused' | 'replaced' | 'looped' | 'adHocInTurn' | 'adHocLast' | 'ownVariables'; readonly block: Block };

export const MAX_NODES = 40;

/** The definition of a block; the nodes are named by what they are and a number. */
export function definitionFrom(block: Block): ProcessDefinition {
  const nodes: { [key: string]: FlowNode } = {};
  let count = 0;
  const key = (kind: string) => `${kind}-${++count}`;
  const put = (name: string, node: object, scope: string | undefined): string => {
    nodes[name] = { ...node, ...(scope === undefined ? {} : { in: scope }) } as FlowNode;
    return name;
  };

  /** Builds the block so that it goes on at `next`; gives the key by which it is entered. */
  function build(part: Block, next: string, scope: string | undefined): string {
    switch (part.kind) {
      case 'task': return put(key('task'), human({ done: next }), scope);
      case 'reminded': return put(key('task'), human({ done: next }, { due: { workingDays: 2 }, remind: [{ before: { workingDays: 0 } }, { every: { workingDays: 1 } }], escalate: [{ after: { workingDays: 1 }, to: role('head'), addCandidates: true }] }), scope);
      case 'service': return put(key('service'), { type: 'serviceTask', title: 'S', handler: 'post', next }, scope);
      case 'approval': return put(key('approval'), approval(next), scope);
      case 'sequentialTask': return put(key('each'), human({ done: next }, { forEach: { items: { value: [1, 2] }, as: 'item', mode: 'sequential' } }), scope);
      case 'children': return put(key('children'), human({ done: next }, { forEach: { items: { value: [1, 2, 3] }, as: 'item', mode: 'parallel', until: { feel: 'completed >= 2' } } }), scope);
      case 'moment': return put(key('moment'), { type: 'catchEvent', title: 'M', event: { type: 'timer', after: { workingDays: 2 } }, next }, scope);
      case 'message': return put(key('message'), { type: 'catchEvent', title: 'M', event: { type: 'message', name: 'news', correlation: { feel: 'case.id' }, variable: 'news' }, next }, scope);
      case 'race': return race(next, scope);
      case 'throw': return put(key('throw'), { type: 'throwEvent', title: 'T', event: { type: 'message', name: 'news', correlation: { feel: 'case.id' }, data: { n: { variable: 'choice.n' } } }, next }, scope);
      case 'send': return put(key('send'), { type: 'sendTask', title: 'T', event: { type: 'message', name: 'news', correlation: { feel: 'case.id' }, data: { n: { variable: 'choice.n' } } }, next }, scope);
      case 'receive': return put(key('receive'), { type: 'receiveTask', title: 'R', event: { type: 'message', name: 'news', correlation: { feel: 'case.id' }, variable: 'news' }, next }, scope);
      case 'signal': return put(key('signal'), { type: 'throwEvent', title: 'T', event: { type: 'signal', name: 'alarm', data: { n: { variable: 'choice.n' } } }, next }, scope);
      case 'heard': return put(key('heard'), { type: 'catchEvent', title: 'C', event: { type: 'signal', name: 'alarm', variable: 'news' }, next }, scope);
      case 'decision': return put(key('decision'), { type: 'businessRuleTask', title: 'D', decision: 'grade', input: { n: { variable: 'choice.n' } }, output: { grade: { variable: 'result.grade' } }, next }, scope);
      case 'call': return put(key('call'), { type: 'callActivity', title: 'C', process: 'called', input: { n: { variable: 'choice.n' } }, output: { grade: { variable: 'result.result' } }, next }, scope);
      case 'calls': return put(key('calls'), { type: 'callActivity', title: 'C', process: 'called', forEach: { items: { value: [1, 2] }, as: 'item', mode: 'parallel' }, next }, scope);
      case 'eachService': return put(key('services'), { type: 'serviceTask', title: 'S', handler: 'post', input: { n: { variable: 'item' } }, forEach: { items: { value: 2 }, as: 'item', mode: 'sequential' }, next }, scope);
      case 'serviceChildren': return put(key('services'), { type: 'serviceTask', title: 'S', handler: 'post', forEach: { items: { value: [1, 2] }, as: 'item', mode: 'parallel' }, next }, scope);
      case 'eachApproval': return put(key('approvals'), { ...approval(next), forEach: { items: { value: [1, 2] }, as: 'item', mode: 'sequential' } }, scope);
      case 'approvals': return put(key('approvals'), { ...approval(next), forEach: { items: { value: [1, 2] }, as: 'item', mode: 'parallel', until: { feel: 'completed >= 1' } } }, scope);
      case 'eachDecision': return put(key('decisions'), { type: 'businessRuleTask', title: 'D', decision: 'grade', input: { n: { variable: 'item' } }, output: { grade: { variable: 'result.grade' } }, forEach: { items: { value: 3 }, as: 'item', mode: 'parallel' }, next }, scope);
      case 'eachCall': return put(key('calls'), { type: 'callActivity', title: 'C', process: 'called', forEach: { items: { value: [1, 2] }, as: 'item', mode: 'sequential' }, next }, scope);
      case 'loopedTask': return put(key('task'), human({ done: next }, { loop: { while: { feel: 'loopCounter < 3 and choice.n > 0' } } }), scope);
      case 'looped': return subProcess(part.block, next, scope, { loop: { while: { feel: 'choice.n > 1' }, testBefore: true, max: 2 } });
      case 'sequence': return part.blocks.reduceRight((after, inner) => build(inner, after, scope), next);
      case 'exclusive': return exclusive(part.blocks, next, scope);
      case 'inclusive': return inclusive(part.blocks, next, scope);
      case 'parallel': return parallel(part.blocks, next, scope);
      case 'loop': return loop(part.block, next, scope);
      case 'subProcess': return subProcess(part.block, next, scope, {});
      case 'ownVariables': return subProcess(part.block, next, scope, { input: { choice: { feel: '{n: choice.n}' } }, output: { choice: { variable: 'choice' } } });
      case 'sequentialScope': return subProcess(part.block, next, scope, { forEach: { items: { value: [1, 2] }, as: 'item', mode: 'sequential' } });
      case 'childScope': return subProcess(part.block, next, scope, { forEach: { items: { value: [1, 2] }, as: 'item', mode: 'parallel' } });
      case 'timed': {
        // Two ways that exclude each other are brought together before a join could see them.
        const merge = put(key('merge'), { type: 'exclusiveGateway', flows: [{ to: next }] }, scope);
        return subProcess(part.block, merge, scope, { on: [{ type: 'timer', key: 'late', after: { workingDays: 3 }, interrupting: true, to: merge }] });
      }
      case 'failing': {
        const merge = put(key('merge'), { type: 'exclusiveGateway', flows: [{ to: next }] }, scope);
        const name = put(key('part'), { type: 'subProcess', title: 'P', next: merge, on: [{ type: 'error', key: 'failed', code: 'broken', interrupting: true, to: merge, variable: 'news' }] }, scope);
        const fail = put(key('fail'), end(undefined, { event: { type: 'error', code: 'broken', data: { n: { variable: 'choice.n' } } } }), name);
        const decide = put(key('decide'), human({ fail, done: put(key('end'), end(), name) }), name);
        put(key('start'), startTo(build(part.block, decide, name)), name);
        return name;
      }
      case 'escalating': {
        const extra = put(key('task'), human({ done: put(key('end'), end(), scope) }), scope);
        const name = put(key('part'), { type: 'subProcess', title: 'P', next, on: [{ type: 'escalation', key: 'late', interrupting: false, to: extra }] }, scope);
        const tell = put(key('tell'), { type: 'throwEvent', title: 'T', event: { type: 'escalation', code: 'late' }, next: build(part.block, put(key('end'), end(), name), name) }, name);
        put(key('start'), startTo(tell), name);
        return name;
      }
      case 'undone': {
        const undo = put(key('undo'), { type: 'throwEvent', title: 'U', event: { type: 'compensation' }, next }, scope);
        const handler = put(key('service'), { type: 'serviceTask', title: 'S', handler: 'post' }, scope);
        return put(key('task'), human({ done: build(part.block, undo, scope) }, { compensate: handler }), scope);
      }
      case 'transaction': {
        const merge = put(key('merge'), { type: 'exclusiveGateway', flows: [{ to: next }] }, scope);
        const name = put(key('part'), { type: 'subProcess', title: 'P', transaction: true, next: merge, on: [{ type: 'cancel', key: 'off', interrupting: true, to: merge }] }, scope);
        const off = put(key('off'), end(undefined, { event: { type: 'cancel' } }), name);
        const decide = put(key('decide'), human({ off, done: put(key('end'), end(), name) }, { compensate: put(key('service'), { type: 'serviceTask', title: 'S', handler: 'post' }, name) }), name);
        put(key('start'), startTo(build(part.block, decide, name)), name);
        return name;
      }
      case 'judged':
      case 'called':
      case 'repeating':
      case 'told': {
        const extra = put(key('task'), human({ done: put(key('end'), end(), scope) }), scope);
        const event = part.kind === 'judged' ? { type: 'condition', key: 'judged', condition: { feel: 'choice.n >= 2' }, interrupting: false, to: extra } : part.kind === 'called' ? { type: 'signal', key: 'called', name: 'alarm', interrupting: false, to: extra } : part.kind === 'told'
          ? { type: 'message', key: 'told', name: 'news', correlation: { feel: 'case.id' }, variable: 'news', interrupting: false, to: extra }
          : { type: 'timer', key: 'again', after: { workingDays: 1 }, repeat: { workingDays: 1 }, interrupting: false, to: extra };
        return subProcess(part.block, next, scope, { on: [event] });
      }
      case 'adHoc': {
        const name = put(key('adhoc'), { type: 'adHocSubProcess', title: 'A', until: { feel: 'completed >= 2' }, next }, scope);
        put(key('part'), human({ done: build(part.block, put(key('end'), end('part'), name), name) }), name);
        return name;
      }
      case 'adHocInTurn': {
        const name = put(key('adhoc'), { type: 'adHocSubProcess', title: 'A', begin: 'system', ordering: 'sequential', next }, scope);
        put(key('part'), { type: 'serviceTask', title: 'S', handler: 'post', next: build(part.block, put(key('end'), end('part'), name), name) }, name);
        put(key('part'), human({ done: put(key('end'), end('part'), name) }), name);
        return name;
      }
      case 'adHocLast': {
        const name = put(key('adhoc'), { type: 'adHocSubProcess', title: 'A', until: { feel: 'completed >= 1' }, cancelRemaining: false, next }, scope);
        put(key('part'), human({ done: build(part.block, put(key('end'), end('part'), name), name) }), name);
        return name;
      }
      case 'paused':
      case 'replaced': {
        const name = subProcess(part.block, next, scope, {});
        const event = put(key('event'), { type: 'subProcess', title: 'E', event: { type: 'action', title: 'Ask', interrupting: part.kind === 'replaced' }, ...(part.kind === 'paused' && { freezes: true }) }, name);
        put(key('start'), startTo(put(key('task'), human({ done: put(key('end'), end(), event) }), event)), event);
        return name;
      }
      case 'aside': {
        const extra = put(key('task'), human({ done: put(key('end'), end(), scope) }), scope);
        return subProcess(part.block, next, scope, { on: [{ type: 'action', key: 'ask', title: 'Ask', interrupting: false, to: extra }] });
      }
    }
  }

  function race(next: string, scope: string | undefined): string {
    const merge = put(key('merge'), { type: 'exclusiveGateway', flows: [{ to: next }] }, scope);
    const told = put(key('message'), { type: 'catchEvent', title: 'M', event: { type: 'message', name: 'news', correlation: { feel: 'case.id' } }, next: merge }, scope);
    const late = put(key('moment'), { type: 'catchEvent', title: 'M', event: { type: 'timer', after: { workingDays: 2 } }, next: merge }, scope);
    return put(key('race'), { type: 'eventBasedGateway', flows: [{ to: told }, { to: late }] }, scope);
  }

  function exclusive(parts: readonly Block[], next: string, scope: string | undefined): string {
    const merge = put(key('merge'), { type: 'exclusiveGateway', flows: [{ to: next }] }, scope);
    const entries = parts.map((part) => build(part, merge, scope));
    const flows = [...entries.map((to, i) => ({ to, when: { variable: 'choice.n', operator: 'equals', value: i } })), { to: merge, default: true }];
    return put(key('choose'), { type: 'exclusiveGateway', flows }, scope);
  }

  function inclusive(parts: readonly Block[], next: string, scope: string | undefined): string {
    const join = put(key('gather'), { type: 'inclusiveGateway', flows: [{ to: next }] }, scope);
    const entries = parts.map((part) => build(part, join, scope));
    const flows = [...entries.map((to, i) => ({ to, when: { feel: `choice.n > ${i}` } })), { to: join, default: true }];
    return put(key('some'), { type: 'inclusiveGateway', flows }, scope);
  }

  function parallel(parts: readonly Block[], next: string, scope: string | undefined): string {
    const join = put(key('join'), { type: 'parallelGateway', flows: [{ to: next }] }, scope);
    return put(key('split'), { type: 'parallelGateway', flows: parts.map((part) => ({ to: build(part, join, scope) })) }, scope);
  }

  function loop(part: Block, next: string, scope: string | undefined): string {
    const head = key('head');
    const decide = put(key('decide'), human({ again: head, done: next }), scope);
    return put(head, { type: 'exclusiveGateway', flows: [{ to: build(part, decide, scope) }] }, scope);
  }

  function subProcess(part: Block, next: string, scope: string | undefined, more: object): string {
    const name = put(key('part'), { type: 'subProcess', title: 'P', next, ...more }, scope);
    const finish = put(key('end'), end('ended'), name);
    put(key('start'), startTo(build(part, finish, name)), name);
    return name;
  }

  put('finish', end('finished'), undefined);
  put('begin', startTo(build(block, 'finish', undefined)), undefined);
  return definitionOf(nodes, { variables: { choice: { type: 'object', title: 'Choice' }, visas: { type: 'list', title: 'Visas' } } });
}

function human(outcomes: { readonly [outcome: string]: string }, more: object = {}): object {
  const described = Object.fromEntries(Object.entries(outcomes).map(([outcome, to]) => [outcome, { title: outcome, to }]));
  return { type: 'userTask', title: 'Work', performers: role('clerk'), variable: 'choice', outcomes: described, ...more };
}

function approval(next: string): object {
  return {
    type: 'approvalTask', title: 'Visas', approvers: 'visas', order: 'parallel', quorum: { percent: 50 }, mayAdd: true, snapshot: ['choice'],
    outcomes: { approved: { title: 'A', to: next }, rejected: { title: 'X', to: next } }, variable: 'choice',
  };
}

const grade = compileDecisionTable({
  format: 1, key: 'grade', title: 'Grade', hitPolicy: 'F', inputs: [{ key: 'n', title: 'N', type: 'number' }], outputs: [{ key: 'grade', title: 'Grade', type: 'string' }],
  rules: [{ when: { n: '>= 2' }, then: { grade: '"high"' } }, { when: {}, then: { grade: '"low"' } }],
});
if (grade.kind === 'problem') throw new Error('the table of the specs is broken');
/** The process that others call: one task. */
export const CALLED = definitionOf({ begin: startTo('work'), work: human({ done: 'done' }) as FlowNode, done: end('called') }, { key: 'called', variables: { choice: { type: 'object', title: 'Choice' } } });

export const RESOURCES = { calls: new Map([['called', 'hash-of-called']]), decisions: new Map([['grade', { hash: 'grade', compiled: grade }]]) };

export const STARTING_VARIABLES = { choice: { n: 0 }, visas: [person(2), person(3), person(4)] };
