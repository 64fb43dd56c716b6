import { canonicalJson, type FlowNode, type LocalizedText, type ProcessDefinition } from '@reglament/contracts';
import { BpmnModdle } from 'bpmn-moddle';
import * as fc from 'fast-check';
import { importBpmn } from '../import/import-bpmn.js';
import { exportBpmn } from './export-bpmn.js';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((value) => !/\p{Surrogate}/u.test(value));
const title: fc.Arbitrary<LocalizedText> = fc.oneof(text, fc.record({ ru: text, en: text }));
const kind = fc.constantFrom('task', 'service', 'catch', 'throw', 'choice', 'both', 'scope', 'approval');
interface Step { readonly kind: string; readonly title: LocalizedText; readonly boundary: boolean; readonly inner: readonly Step[] }

const stepAt = (depth: number): fc.Arbitrary<Step> => fc.record({ kind, title, boundary: fc.boolean(), inner: depth === 0 ? fc.constant([]) : fc.array(stepAt(depth - 1), { maxLength: 3 }) });
const step = stepAt(2);

/** A chain of steps, each with a way round it, some with a scope in it: whatever may lie in a file, not only what makes sense in an office. */
function definitionOf(steps: readonly Step[], name: LocalizedText): ProcessDefinition {
  const nodes: { [key: string]: FlowNode } = {};
  let count = 0;
  const chain = (rest: readonly Step[], scope: string | undefined): string => {
    const place = scope === undefined ? {} : { in: scope };
    const [first, ...after] = rest;
    const key = `n${++count}`;
    if (first === undefined) {
      nodes[key] = { type: 'endEvent', ...place };
      return key;
    }
    const next = chain(after, scope);
    const on = first.boundary ? { on: [{ type: 'timer' as const, key: 'late', after: { workingDays: 3 }, interrupting: false, to: next }] } : {};
    nodes[key] = { ...bodyOf(first, next), ...('title' in bodyOf(first, next) ? {} : { title: first.title }), ...(hasBoundary(first) ? on : {}), ...place } as FlowNode;
    if (first.kind === 'scope') {
      const start = `n${++count}`;
      nodes[start] = { type: 'startEvent', next: chain(first.inner, key), in: key };
    }
    return key;
  };
  const first = chain(steps, undefined);
  nodes['begin'] = { type: 'startEvent', next: first, performers: [{ type: 'starter' }] };
  return { format: 1, key: 'random', title: name, nodes };
}

const hasBoundary = ({ kind: what }: Step): boolean => ['task', 'service', 'scope', 'approval'].includes(what);

function bodyOf({ kind: what }: Step, next: string): object {
  switch (what) {
    case 'task': return { type: 'userTask', performers: [{ type: 'role', role: 'clerk' }], outcomes: { yes: { title: 'Да', to: next }, no: { title: { ru: 'Нет', en: 'No' }, to: next } }, due: { workingDays: 2 } };
    case 'service': return { type: 'serviceTask', handler: 'record.write', input: { n: { feel: '1 < 2 and "&" != "]]>"' } }, next };
    case 'catch': return { type: 'catchEvent', event: { type: 'message', name: 'news', correlation: { feel: 'case.id' } }, next };
    case 'throw': return { type: 'throwEvent', event: { type: 'message', name: 'news', correlation: { value: 'a\tb' } }, next };
    case 'choice': return { type: 'exclusiveGateway', flows: [{ to: next, when: { any: [{ variable: 'a', operator: 'equals', value: 'x<"y"' }, { not: { feel: 'b > 1' } }] }, title: 'one\ntwo' }, { to: next, default: true }] };
    case 'both': return { type: 'parallelGateway', flows: [{ to: next }, { to: next }] };
    case 'approval': return { type: 'approvalTask', approvers: 'visas', order: 'parallel', quorum: { percent: 50 }, outcomes: { approved: { title: 'Да', to: next }, returned: { title: 'Назад', to: next } } };
    default: return { type: 'subProcess', next };
  }
}

describe('export and import', () => {
  it('give back the same definition, and the same bytes once more, whatever it holds', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 6 }), title, (steps, name) => {
      const definition = definitionOf(steps, name);
      const first = exportBpmn(definition);
      const answer = importBpmn(first);
      if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.problems));
      expect(canonicalJson(answer.processes[0]?.definition)).toBe(canonicalJson(definition));
      expect(exportBpmn(answer.processes[0]?.definition ?? definition)).toBe(first);
    }), { numRuns: 60 });
  });

  it('write what other tools read without a warning', async () => {
    const samples = fc.sample(fc.tuple(fc.array(step, { minLength: 3, maxLength: 6 }), title), { numRuns: 15, seed: 7 });
    for (const [steps, name] of samples) {
      const { warnings } = await new BpmnModdle().fromXML(exportBpmn(definitionOf(steps, name)));
      expect(warnings).toEqual([]);
    }
  });

  it('show names in the language that is asked for, and lose neither', () => {
    const definition = definitionOf([{ kind: 'task', title: { ru: 'Согласовать', en: 'Approve' }, boundary: false, inner: [] }], 'x');
    expect(exportBpmn(definition)).toContain('name="Согласовать"');
    const english = exportBpmn(definition, { locale: 'en' });
    expect(english).toContain('name="Approve"');
    expect(importBpmn(english)).toMatchObject({ kind: 'imported', processes: [{ definition }] });
  });
});
