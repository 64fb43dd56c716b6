import type { FlowNode } from '@reglament/contracts';
import { definitionOf, end, role, startTo, task } from '../spec-support/scene.js';
import { checkDefinition, problemsOf } from './check-definition.js';

const gateway = (...flows: object[]): FlowNode => ({ type: 'exclusiveGateway', flows }) as FlowNode;
const parallel = (...to: string[]): FlowNode => ({ type: 'parallelGateway', flows: to.map((key) => ({ to: key })) });
const sound = { begin: startTo('work'), work: task('done'), done: end() };

function found(nodes: { readonly [key: string]: unknown }, more: object = {}) {
  return problemsOf({ ...definitionOf({}), nodes, ...more }, {}, 'test.json').map(({ code, pointer, severity }) => [code, pointer, severity]);
}

describe('the check of a definition', () => {
  test('finds nothing in a sound one', () => {
    expect(checkDefinition(definitionOf(sound))).toMatchObject({ kind: 'sound', warnings: [] });
  });

  test('tells for each problem the file, the place, what was found, what was expected and what to do, in both languages', () => {
    const [problem] = problemsOf(definitionOf({ ...sound, work: task('donee') }), {}, 'processes/test.json');
    expect(problem).toMatchObject({
      file: 'processes/test.json', pointer: '/nodes/work/outcomes/done/to', found: '"donee"', expected: 'the key of a node, perhaps "done"',
      message: { ru: 'Переход из «work» ведёт в «donee», а такого узла нет', en: expect.any(String) as string },
      remedy: { ru: 'Укажите существующий узел, например «done»', en: expect.any(String) as string },
    });
  });

  test('tells all problems at once, however far apart', () => {
    const answer = checkDefinition({
      format: 1, key: 'Test', nodes: {
        begin: { type: 'startEvent', next: 'work' },
        work: { ...task('lost'), due: { workingDays: -1 } },
        odd: { type: 'scriptTask' },
        review: { ...task('missing'), state: 'unheard' },
      },
    });
    const codes = answer.kind === 'broken' ? answer.problems.map(({ code, pointer }) => `${code} ${pointer}`) : [];
    expect(codes).toEqual([
      'definition.missing ', 'definition.wrongValue /key', 'definition.wrongValue /nodes/work/due/workingDays', 'definition.unknownNodeType /nodes/odd/type',
      'flow.unknownTarget /nodes/review/outcomes/done/to', 'reference.unknownState /nodes/review/state',
    ]);
  });

  test('does not blame others for what a node of the wrong shape would have given them', () => {
    const nodes = { ...sound, work: { ...task('next', { variable: 'order' }), priority: 'high' }, next: task('done', { fourEyes: ['work'], prefill: { title: { variable: 'order.title' }, note: { feel: 'order.note' } } }) };
    expect(found(nodes)).toEqual([['definition.wrongType', '/nodes/work/priority', 'error']]);
  });

  test.each<[string, { readonly [key: string]: unknown }, [string, string, string][]]>([
    ['a node that nothing leads to', { ...sound, island: task('done') }, [['flow.unreachable', '/nodes/island', 'error']]],
    ['a loop without a way out', { ...sound, work: task('again'), again: task('work') }, [
      ['flow.noWayOut', '/nodes/begin', 'error'], ['flow.noWayOut', '/nodes/work', 'error'], ['flow.unreachable', '/nodes/done', 'error'], ['flow.noWayOut', '/nodes/again', 'error'],
    ]],
    ['no start', { work: task('done'), done: end() }, [['scope.startMissing', '/nodes', 'error']]],
    ['no end', { begin: startTo('work'), work: task('work') }, [['scope.endMissing', '/nodes', 'error']]],
    ['a sub-process without start and end', { ...sound, begin: startTo('part'), part: { type: 'subProcess', title: 'P', next: 'work' } }, [['scope.startMissing', '/nodes/part', 'error'], ['scope.endMissing', '/nodes/part', 'error']]],
    ['sub-processes inside one another', {
      ...sound, a: { type: 'subProcess', title: 'A', next: 'done', in: 'b' }, b: { type: 'subProcess', title: 'B', next: 'done', in: 'a' },
    }, expect.arrayContaining([['scope.circular', '/nodes/a/in', 'error'], ['scope.circular', '/nodes/b/in', 'error']]) as never],
    ['a node inside a task', { ...sound, inner: task('done', { in: 'work' }) }, [['scope.unknown', '/nodes/inner/in', 'error'], ['flow.leavesScope', '/nodes/inner/outcomes/done/to', 'error']]],
    ['a flow out of a sub-process', {
      ...sound, begin: startTo('part'), part: { type: 'subProcess', title: 'P', next: 'work' },
      'part-start': startTo('part-work', { in: 'part' }), 'part-work': task('done', { in: 'part' }), 'part-end': end(undefined, { in: 'part' }),
    }, [['flow.leavesScope', '/nodes/part-work/outcomes/done/to', 'error']]],
    ['a flow back to the start', { ...sound, work: task('begin') }, [['flow.intoStart', '/nodes/work/outcomes/done/to', 'error']]],
    ['a boundary event that leads nowhere', { ...sound, work: task('done', { on: [{ type: 'timer', key: 'late', after: { workingDays: 1 }, interrupting: true, to: 'nowhere' }] }) }, [['flow.unknownTarget', '/nodes/work/on/0/to', 'error']]],
    ['two boundary events of one key', {
      ...sound, work: task('done', { on: [1, 2].map(() => ({ type: 'action', key: 'stop', title: 'S', interrupting: true, to: 'done' })) }),
    }, [['node.boundaryTwice', '/nodes/work/on/1/key', 'error']]],
    ['a gateway without a default', { ...sound, begin: startTo('way'), way: gateway({ to: 'work', when: { feel: 'case.number = null' } }, { to: 'done', when: { feel: 'case.number != null' } }) }, [['gateway.noDefault', '/nodes/way/flows', 'warning']]],
    ['a flow without a condition among several', { ...sound, begin: startTo('way'), way: gateway({ to: 'work' }, { to: 'done', default: true }) }, [['gateway.conditionMissing', '/nodes/way/flows/0', 'error']]],
    ['a condition at the default flow, and two defaults', {
      ...sound, begin: startTo('way'), way: gateway({ to: 'work', default: true, when: { feel: 'true' } }, { to: 'done', default: true }),
    }, [['gateway.defaultWithCondition', '/nodes/way/flows/0', 'error'], ['gateway.defaultTwice', '/nodes/way/flows', 'error']]],
    ['a condition that is none', { ...sound, begin: startTo('way'), way: gateway({ to: 'work', when: { all: [{ feel: 1 }] } }, { to: 'done', default: true }) }, [['definition.wrongType', '/nodes/way/flows/0/when/all/0/feel', 'error']]],
    ['FEEL that does not compile', { ...sound, begin: startTo('way'), way: gateway({ to: 'work', when: { feel: 'case.number >' } }, { to: 'done', default: true }) }, [['expression.broken', '/nodes/way/flows/0/when/feel', 'error']]],
    ['a condition over a variable that nobody has', { ...sound, begin: startTo('way'), way: gateway({ to: 'work', when: { variable: 'lost.sum', operator: 'isEmpty' } }, { to: 'done', default: true }) }, [['expression.broken', '/nodes/way/flows/0/when/variable', 'error']]],
    ['performers in a variable that nobody has', { ...sound, work: task('done', { performers: [{ type: 'reference', variable: 'lost.signer' }] }) }, [['reference.unknownVariable', '/nodes/work/performers/0/variable', 'error']]],
    ['outcomes of a repeated task that part', {
      ...sound, work: task('done', { forEach: { items: { value: [1] }, as: 'item', mode: 'parallel' }, outcomes: { a: { title: 'A', to: 'done' }, b: { title: 'B', to: 'other' } } }), other: end(),
    }, [['node.outcomesDiffer', '/nodes/work/outcomes', 'error']]],
    ['a forEach without items', { ...sound, work: task('done', { forEach: { as: 'item', mode: 'parallel' } }) }, [['definition.missing', '/nodes/work/forEach', 'error']]],
    ['an approval of nobody', { ...sound, work: { type: 'approvalTask', title: 'V', order: 'parallel', quorum: 'all', outcomes: { approved: { title: 'A', to: 'done' } } } }, [['node.performersMissing', '/nodes/work', 'error']]],
    ['a signature without signer and outcomes', { ...sound, work: { type: 'documentTask', title: 'S', operation: 'sign', document: 'document', next: 'done' } }, [
      ['node.performersMissing', '/nodes/work', 'error'], ['node.outcomesMissing', '/nodes/work', 'error'], ['node.notForOperation', '/nodes/work/next', 'error'],
    ]],
    ['a rendering by people', { ...sound, work: { type: 'documentTask', title: 'R', operation: 'render', document: 'document', performers: role('clerk') } }, [['node.nextMissing', '/nodes/work', 'error'], ['node.notForOperation', '/nodes/work/performers', 'error']]],
    ['a ladder and a reminder without a term', { ...sound, work: task('done', { remind: [{ before: { workingDays: 1 } }], escalate: [{ after: { workingDays: 1 }, to: role('head') }] }) }, [
      ['node.dueMissing', '/nodes/work/remind/0', 'warning'], ['node.dueMissing', '/nodes/work/escalate/0', 'warning'],
    ]],
    ['a duration that is none', { ...sound, work: task('done', { due: { duration: 'P5X' } }) }, [['term.notADuration', '/nodes/work/due', 'error']]],
    ['a reminder at a date', { ...sound, work: task('done', { due: { workingDays: 1 }, remind: [{ before: { date: { value: '2026-11-22' } } }] }) }, [['term.notHere', '/nodes/work/remind/0/before', 'error']]],
    ['four-eyes with a gateway', { ...sound, work: task('done', { fourEyes: ['start', 'done'] }) }, [['reference.unknownNode', '/nodes/work/fourEyes/1', 'error']]],
    ['in a child: the outcome of a step of its parent, and who did it', {
      ...sound, 'part-start': startTo('inner', { in: 'part' }), 'part-end': end(undefined, { in: 'part' }), work: task('part'), inner: task('inner-way', { in: 'part', fourEyes: ['work', 'start'] }),
      'inner-way': { ...gateway({ to: 'part-end', when: { variable: 'outcome.work', operator: 'equals', value: 'done' } }, { to: 'part-end', default: true }), in: 'part' },
      part: { type: 'subProcess', title: 'P', next: 'done', forEach: { items: { value: [] }, as: 'item', mode: 'parallel', until: { variable: 'outcome.work', operator: 'isEmpty' } } },
    }, [['reference.notInChild', '/nodes/inner/fourEyes/0', 'error'], ['reference.notInChild', '/nodes/inner-way/flows/0/when', 'error']]],
    ['in a child: a variable that `input` does not hand over', {
      ...sound, work: task('part', { variable: 'order' }), 'part-start': startTo('inner', { in: 'part' }), 'part-end': end(undefined, { in: 'part' }),
      inner: task('part-end', { in: 'part', prefill: { a: { variable: 'order.title' }, b: { variable: 'item.name' }, c: { variable: 'given' } } }),
      part: { type: 'subProcess', title: 'P', next: 'done', forEach: { items: { variable: 'order.list' }, as: 'item', mode: 'parallel' }, input: { given: { variable: 'order.given' } } },
    }, [['reference.notInChild', '/nodes/inner/prefill/a', 'warning']]],
    ['a variable with a taken name', { ...sound, work: task('done', { variable: 'case' }) }, [['reference.reservedName', '/variables/case', 'error']]],
  ])('finds %s', (_name, nodes, expected) => {
    expect(found(nodes)).toEqual(expected);
  });

  test('does not ask for a default where the conditions name every outcome of a task', () => {
    const way = gateway({ to: 'done', when: { variable: 'outcome.work', operator: 'equals', value: 'yes' } }, { to: 'work', when: { variable: 'outcome.work', operator: 'equals', value: 'no' } });
    expect(found({ ...sound, work: task('way', { outcomes: { yes: { title: 'Y', to: 'way' }, no: { title: 'N', to: 'way' } } }), way })).toEqual([]);
  });

  test('finds a join behind paths that exclude each other, and one that may wait', () => {
    const split = { begin: startTo('split'), a: task('join'), join: parallel('done'), done: end() };
    const choice = (to: string) => gateway({ to: 'join', when: { feel: 'case.number = null' } }, { to, default: true });
    expect(found({ ...split, split: choice('a') })).toEqual([['flow.joinNeverFires', '/nodes/join', 'error']]);
    expect(found({ ...split, split: parallel('a', 'way'), way: choice('aside'), aside: end() })).toEqual([['flow.joinMayWait', '/nodes/join', 'warning']]);
    expect(found({ ...split, split: parallel('a', 'way'), way: choice('b'), b: task('merge'), merge: gateway({ to: 'done' }) })).toEqual([['flow.joinMayWait', '/nodes/join', 'warning']]);
  });

  test('finds forms and handlers that are not there, where it is told what there is', () => {
    const nodes = {
      ...sound, work: task('machine', { form: 'visa', checks: [{ handler: 'lint', outcomes: ['done'] }] }),
      machine: { type: 'serviceTask', title: 'M', handler: 'mail', next: 'done' } as FlowNode,
    };
    const resources = { forms: new Map([['order', 'hash']]), handlers: new Set(['post']), checks: new Set(['spelling']) };
    expect(problemsOf(definitionOf(nodes), resources).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['reference.unknownForm', '/nodes/work/form'], ['reference.unknownHandler', '/nodes/work/checks/0/handler'], ['reference.unknownHandler', '/nodes/machine/handler'],
    ]);
  });

  test.each([null, 1, 'text', [], {}, { nodes: [] }, { nodes: { a: null } }])('answers %j with problems, not with an exception', (json) => {
    expect(checkDefinition(json).kind).toBe('broken');
  });

  test('is not brought down by nesting', () => {
    let condition: object = { feel: 'true' };
    for (let i = 0; i < 20_000; i++) condition = { not: condition };
    expect(found({ ...sound, begin: startTo('way'), way: gateway({ to: 'work', when: condition }, { to: 'done', default: true }) }).map(([code]) => code)).toContain('definition.tooDeep');
  });
});
