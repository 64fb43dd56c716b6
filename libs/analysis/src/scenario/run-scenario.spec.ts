import type { FlowNode, ProcessDefinition, Scenario, WorkingCalendar } from '@reglament/contracts';
import { compile } from '@reglament/engine';
import { coverageOf } from './coverage.js';
import { runScenario } from './run-scenario.js';
import { scenarioContext } from './scenario-context.js';

const calendar: WorkingCalendar = { format: 1, id: 'plain', title: 'Plain', timeZone: 'Europe/Moscow', years: Object.fromEntries(['2026', '2027'].map((year) => [year, { status: 'approved' as const, basis: 'test', days: {} }])) };
const work = (to: string, more: object = {}): FlowNode => ({ type: 'userTask', title: 'Work', performers: [{ type: 'superior', role: 'head' }], outcomes: { done: { title: 'Done', to } }, ...more } as FlowNode);
const definition: ProcessDefinition = {
  format: 1, key: 'papers', title: 'Papers',
  nodes: {
    begin: { type: 'startEvent', next: 'write' },
    write: work('weigh', { variable: 'paper', on: [{ type: 'timer', key: 'late', title: 'Late', after: { workingDays: 2 }, interrupting: true, to: 'chase' }] }),
    chase: work('weigh'),
    weigh: { type: 'serviceTask', title: 'Weigh', handler: 'weigh', output: { sum: { variable: 'result.weight' } }, next: 'parts' } as FlowNode,
    parts: work('done', { forEach: { items: { value: ['a', 'b'] }, as: 'part', mode: 'parallel' } }),
    done: { type: 'endEvent', result: 'kept' },
  },
};
const compiled = compile(definition);
const scenario: Scenario = {
  format: 1, title: 'A paper', process: 'papers', given: { at: '2026-11-05T07:00:00.000Z', starter: 'clerk' },
  when: [
    { complete: 'write', outcome: 'done', by: 'clerk', data: { size: 3 } }, { answer: 'weigh', result: { weight: 30 } },
    { part: 'parts[1]', complete: 'parts', outcome: 'done', by: 'head' }, { part: 'parts[0]', complete: 'parts', outcome: 'done', by: 'head' },
  ],
  then: { status: 'completed', result: 'kept', open: [], variables: { paper: { size: 3 }, sum: 30 }, documents: [], notices: { taskAssigned: 3 } },
};
const run = (more: Partial<Scenario>) => runScenario(compiled, { ...scenario, ...more }, scenarioContext(compiled, calendar));

describe('a scenario', () => {
  test('holds when what happens leads to what is expected, parts and services included', () => {
    expect(run({}).problems).toEqual([]);
  });

  test('has a clock of its own: what is due by then happens', () => {
    expect(run({ when: [{ until: '2026-11-10T07:00:00.000Z' }], then: { status: 'active', open: ['chase'] } }).problems).toEqual([]);
    expect(run({ when: [{ until: '2026-11-06T07:00:00.000Z' }], then: { status: 'active', open: ['write'] } }).problems).toEqual([]);
  });

  test('tells what stands instead of what is expected', () => {
    const { problems } = run({ when: scenario.when.slice(0, 2), then: { status: 'completed', open: ['parts', 'parts'], variables: { sum: 40 } } });
    expect(problems).toEqual([
      { step: null, expected: 'status: "completed"', found: 'status: "active"' },
      { step: null, expected: 'variables: {"sum":40}', found: expect.stringContaining('"sum":30') as unknown as string },
    ]);
  });

  test('tells the step that cannot be done, and what is open there', () => {
    expect(run({ when: [{ complete: 'chase', outcome: 'done', by: 'clerk' }] }).problems).toEqual([{ step: 0, expected: expect.any(String) as unknown as string, found: 'a task of chase is not open; open: write' }]);
    expect(run({ when: [{ complete: 'write', outcome: 'no', by: 'clerk' }] }).problems[0]?.found).toContain('unknownOutcome');
    expect(run({ when: [{ part: 'parts[0]', cancel: 'head' }] }).problems[0]?.found).toBe('there is no part parts[0]');
  });

  test('counts what it has seen, and several count together', () => {
    const first = run({}).covered;
    expect(coverageOf(definition, [first])).toMatchObject({ nodes: { covered: 5, all: 6, missing: ['chase'] } });
    const second = run({ when: [{ until: '2026-11-10T07:00:00.000Z' }, { complete: 'chase', outcome: 'done', by: 'head' }], then: { status: 'active' } }).covered;
    expect(coverageOf(definition, [first, second])).toMatchObject({ nodes: { covered: 6, missing: [] }, flows: { missing: [] } });
  });
});
