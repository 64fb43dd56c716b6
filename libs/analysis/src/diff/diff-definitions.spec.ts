import type { ProcessDefinition } from '@reglament/contracts';
import fc from 'fast-check';
import type { ChangeKind } from './change.js';
import { diffDefinitions } from './diff-definitions.js';
import { tellChange } from './tell-change.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Mutable<T[K]> : T[K] };
type Draft = Mutable<{ nodes: { [key: string]: { [part: string]: unknown } }; variables: { [name: string]: { type: string; title: string } }; states: { [key: string]: { title: string; tone: string } }; subject: unknown }>;

const clerk = [{ type: 'role', role: 'clerk' }, { type: 'starter' }];

/** Every kind of way out, of event and of setting that a mutation below can touch. */
const version: ProcessDefinition = {
  format: 1, key: 'leave', title: 'Отпуск', subject: { variable: 'application.name' },
  variables: { application: { type: 'object', title: 'Заявление' }, days: { type: 'number', title: 'Дней' } },
  states: { draft: { title: 'Черновик', tone: 'neutral' } },
  nodes: {
    begin: { type: 'startEvent', next: 'write' },
    write: {
      type: 'userTask', title: 'Подготовка', performers: clerk as never, form: 'application', variable: 'application', due: { workingDays: 3 }, state: 'draft', fourEyes: ['begin', 'choose'],
      remind: [{ before: { workingDays: 1 } }], escalate: [{ after: { workingDays: 1 }, to: clerk as never }], outcomes: { done: { title: 'Готово', to: 'choose' }, stop: { title: 'Отказ', to: 'done' } },
      on: [{ type: 'timer', key: 'late', after: { workingDays: 5 }, interrupting: true, to: 'done' }, { type: 'action', key: 'ask', title: 'Спросить', performers: clerk as never, interrupting: false, to: 'done' }],
    },
    choose: { type: 'exclusiveGateway', title: 'Выбор', flows: [{ to: 'long', when: { all: [{ variable: 'days', operator: 'greater', value: 14 }, { feel: 'days < 60' }] } }, { to: 'wait', when: { feel: 'days = 0' } }, { to: 'done', default: true }] },
    long: { type: 'serviceTask', title: 'Расчёт', handler: 'count', input: { n: { variable: 'days' } }, next: 'done' },
    wait: { type: 'catchEvent', title: 'Пауза', event: { type: 'timer', after: { calendarDays: 2 } }, next: 'done' },
    done: { type: 'endEvent' },
  },
};

const of = (definition: ProcessDefinition): { readonly definition: ProcessDefinition } => ({ definition });
const kindsOf = (after: ProcessDefinition): readonly ChangeKind[] => diffDefinitions(of(version), of(after)).map(({ kind }) => kind);

const edited = (edit: (draft: Draft) => void): ProcessDefinition => {
  const draft = structuredClone(version) as unknown as Draft;
  edit(draft);
  return draft as unknown as ProcessDefinition;
};
const at = (draft: Draft, node: string): { [part: string]: unknown } => draft.nodes[node] as { [part: string]: unknown };
const flows = (draft: Draft): { [part: string]: unknown }[] => at(draft, 'choose')['flows'] as { [part: string]: unknown }[];
const events = (draft: Draft): { [part: string]: unknown }[] => at(draft, 'write')['on'] as { [part: string]: unknown }[];
const outcomes = (draft: Draft): { [key: string]: { [part: string]: unknown } } => at(draft, 'write')['outcomes'] as never;

/** One edit of each kind, with a number that varies it. */
const mutations: readonly (readonly [ChangeKind, (draft: Draft, n: number) => void])[] = [
  ['nodeAdded', (draft, n) => { draft.nodes[`more-${n}`] = { type: 'endEvent' }; }],
  ['nodeRetitled', (draft, n) => { at(draft, 'write')['title'] = `Подготовка ${n}`; }],
  ['nodeRetyped', (draft) => { draft.nodes['long'] = { type: 'throwEvent', title: 'Расчёт', event: { type: 'message', name: 'm', correlation: { value: 'x' } }, next: 'done' }; }],
  ['stateOfNodeChanged', (draft) => { delete at(draft, 'write')['state']; }],
  ['exitAdded', (draft, n) => { outcomes(draft)[`more-${n}`] = { title: 'Ещё', to: 'done' }; }],
  ['exitAdded', (draft, n) => { flows(draft).push({ to: 'write', when: { feel: `days = ${n}` } }); }],
  ['exitRemoved', (draft) => { delete outcomes(draft)['stop']; }],
  ['exitRemoved', (draft) => { flows(draft).splice(1, 1); }],
  ['exitRedirected', (draft) => { (outcomes(draft)['done'] as { to: string }).to = 'long'; }],
  ['exitRedirected', (draft) => { at(draft, 'long')['next'] = 'wait'; }],
  ['exitRedirected', (draft) => { (events(draft)[0] as { to: string }).to = 'long'; }],
  ['exitRedirected', (draft) => { (flows(draft)[0] as { to: string }).to = 'write'; }],
  ['exitChanged', (draft, n) => { (outcomes(draft)['done'] as { title: string }).title = `Готово ${n}`; }],
  ['exitsReordered', (draft) => { flows(draft).reverse(); }],
  ['conditionChanged', (draft, n) => { (flows(draft)[1] as { when: unknown }).when = { feel: `days = ${n + 1}` }; }],
  ['conditionChanged', (draft, n) => { (events(draft)[0] as { when: unknown }).when = { feel: `days > ${n}` }; }],
  ['formChanged', (draft, n) => { at(draft, 'write')['form'] = `form-${n}`; }],
  ['performersChanged', (draft) => { at(draft, 'write')['performers'] = [{ type: 'starter' }]; }],
  ['deadlineChanged', (draft, n) => { at(draft, 'write')['due'] = { workingDays: 4 + n }; }],
  ['deadlineChanged', (draft, n) => { (events(draft)[0] as { after: unknown }).after = { workingDays: 6 + n }; }],
  ['deadlineChanged', (draft, n) => { (at(draft, 'wait')['event'] as { after: unknown }).after = { calendarDays: 3 + n }; }],
  ['remindersChanged', (draft) => { delete at(draft, 'write')['remind']; }],
  ['escalationChanged', (draft, n) => { at(draft, 'write')['escalate'] = [{ after: { workingDays: 2 + n }, to: clerk }]; }],
  ['dataChanged', (draft, n) => { at(draft, 'long')['input'] = { n: { value: n } }; }],
  ['eventAdded', (draft, n) => { events(draft).push({ type: 'action', key: `more-${n}`, title: 'Ещё', interrupting: false, to: 'done' }); }],
  ['eventRemoved', (draft) => { events(draft).pop(); }],
  ['eventChanged', (draft) => { (events(draft)[0] as { interrupting: boolean }).interrupting = false; }],
  ['settingsChanged', (draft, n) => { at(draft, 'write')['priority'] = n; }],
  ['settingsChanged', (draft, n) => { at(draft, 'long')['handler'] = `count-${n}`; }],
  ['variableAdded', (draft, n) => { draft.variables[`more${n}`] = { type: 'string', title: 'Ещё' }; }],
  ['variableRemoved', (draft) => { delete draft.variables['days']; }],
  ['variableChanged', (draft) => { draft.variables['days'] = { type: 'string', title: 'Дней' }; }],
  ['stateChanged', (draft, n) => { draft.states['draft'] = { title: `Черновик ${n}`, tone: 'neutral' }; }],
  ['stateAdded', (draft, n) => { draft.states[`more-${n}`] = { title: 'Ещё', tone: 'neutral' }; }],
  ['processChanged', (draft, n) => { draft.subject = { value: n }; }],
];

describe('the difference of two versions', () => {
  it('is nothing where nothing differs', () => {
    expect(kindsOf(structuredClone(version))).toEqual([]);
  });

  it('is exactly the one thing that was changed, whichever it is', () => {
    fc.assert(fc.property(fc.constantFrom(...mutations), fc.nat(50), ([kind, mutate], n) => {
      const after = edited((draft) => { mutate(draft, n); });
      expect(kindsOf(after)).toEqual([kind]);
      expect(kindsOf(version)).toEqual([]);
    }), { numRuns: 300 });
  });

  it('is both of two changes that do not touch one part', () => {
    const pairs = fc.tuple(fc.constantFrom(...mutations.filter(([kind]) => /^(variable|state[AC]|process|node[AR])/.test(kind))), fc.constantFrom(...mutations.filter(([kind]) => /^(exitChanged|performers|form|event)/.test(kind))));
    fc.assert(fc.property(pairs, fc.nat(50), ([[one, first], [other, second]], n) => {
      expect([...kindsOf(edited((draft) => { first(draft, n); second(draft, n); }))].sort()).toEqual([one, other].sort());
    }), { numRuns: 100 });
  });

  it('does not see an order that says nothing', () => {
    const shuffled = edited((draft) => {
      draft.nodes = Object.fromEntries(Object.entries(draft.nodes).reverse());
      events(draft).reverse();
      (at(draft, 'write')['fourEyes'] as string[]).reverse();
      ((flows(draft)[0] as { when: { all: unknown[] } }).when.all).reverse();
    });
    expect(kindsOf(shuffled)).toEqual([]);
  });

  it('tells a node that has another key only from one that went and one that came', () => {
    const after = JSON.parse(JSON.stringify(version).replaceAll('"long"', '"reckoning"')) as ProcessDefinition;
    expect(kindsOf(after)).toEqual(expect.arrayContaining(['nodeAdded', 'nodeRemoved']));
    expect(diffDefinitions(of(version), of(after), { long: 'reckoning' })).toEqual([]);
  });

  it('sees a removed node and the way to it', () => {
    const after = edited((draft) => { delete draft.nodes['wait']; flows(draft).splice(1, 1); });
    expect([...kindsOf(after)].sort()).toEqual(['exitRemoved', 'nodeRemoved']);
  });

  it('sees that a form is the same by its key and another by its content', () => {
    const pinned = (hash: string) => ({ definition: version, forms: new Map([['application', hash]]), calls: new Map([['other', 'a']]) });
    expect(diffDefinitions(pinned('a'), pinned('b'))).toEqual([{ kind: 'pinnedFormChanged', node: null, title: null, part: 'application', before: 'a', after: 'b' }]);
  });

  it('sees a property that a later format adds', () => {
    const after = edited((draft) => { at(draft, 'long')['someday'] = true; });
    expect(diffDefinitions(of(version), of(after))).toMatchObject([{ kind: 'settingsChanged', node: 'long', part: 'someday', before: undefined, after: true }]);
  });
});

describe('the words of a change', () => {
  it('are one sentence in each language, with titles and no keys, for every change there is', () => {
    for (const [, mutate] of mutations) {
      const after = edited((draft) => { mutate(draft, 7); });
      for (const change of diffDefinitions(of(version), of(after))) {
        const { ru, en } = tellChange(change, { before: version, after });
        expect(ru).toMatch(/^[А-Я]/);
        expect(ru).not.toMatch(/undefined|«»|\[object/);
        expect(en).toMatch(/^[A-Z]/);
        expect(en).not.toMatch(/undefined|“”|\[object/);
      }
    }
  });

  it('say both terms of a deadline', () => {
    const after = edited((draft) => { at(draft, 'write')['due'] = { workingDays: 5 }; });
    expect(diffDefinitions(of(version), of(after)).map((change) => tellChange(change, { before: version, after }))).toEqual([
      { ru: 'Шаг «Подготовка»: срок 3 рабочих дня → 5 рабочих дней', en: 'Step “Подготовка”: term 3 working days → 5 working days' },
    ]);
  });

  it('name where a way leads', () => {
    const after = edited((draft) => { at(draft, 'long')['next'] = 'wait'; });
    const [change] = diffDefinitions(of(version), of(after));
    expect(tellChange(change!, { before: version, after }).ru).toBe('Шаг «Расчёт»: путь ведёт к «Пауза», а вёл к «done»');
  });
});

