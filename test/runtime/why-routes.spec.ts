import type { FlowNode } from '@reglament/contracts';
import type { Caller } from '@reglament/runtime';
import { putRoles } from '@reglament/store';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
let worker: Caller;
let keeper: Caller;
let stranger: Caller;

beforeAll(async () => {
  office = await openSmallOffice();
  await putRoles(office.store, office.organisation, [
    { key: 'worker', title: 'worker', permissions: [] }, { key: 'keeper', title: 'keeper', permissions: ['manageCases', 'seeAllCases'] }, { key: 'other', title: 'other', permissions: [] },
  ]);
  await office.runtime.shell.settings.refresh();
  [worker, keeper, stranger] = [await office.person('worker'), await office.person('keeper'), await office.person('other')];
  await office.publish(definitionOf('choice', {
    weigh: work('choose', { title: 'Weighing', outcomes: { agreed: { title: { ru: 'Согласен', en: 'Agreed' }, to: 'choose' }, refused: { title: 'Refused', to: 'done' } } }),
    choose: {
      type: 'exclusiveGateway', title: 'How much', flows: [
        { to: 'done', title: 'Nothing', when: { variable: 'count', operator: 'equals', value: 0 } },
        { to: 'spread', title: 'Much', when: { all: [{ variable: 'count', operator: 'greater', value: 10 }, { variable: 'outcome.weigh', operator: 'equals', value: 'agreed' }] } },
        { to: 'done', default: true },
      ],
    } as FlowNode,
    spread: { type: 'inclusiveGateway', title: 'To whom', flows: [{ to: 'left', when: { variable: 'count', operator: 'greater', value: 1 } }, { to: 'right', when: { variable: 'keeper', operator: 'isNotEmpty' } }, { to: 'done', default: true }] } as FlowNode,
    left: work('done', { title: 'Left' }), right: work('done', { title: 'Right' }), done: end,
  }, { variables: { count: { type: 'number', title: 'Count' }, keeper: { type: 'string', title: 'Keeper' } } }));
});
afterAll(() => office.close());

async function chosen(): Promise<string> {
  const instance = await office.start(worker, 'choice');
  await set(instance, { count: 25, keeper: keeper.person });
  const [task] = await office.tasks(instance);
  granted(await office.runtime.completeTask(worker, { task: task!.id, body: { outcome: 'agreed' }, idempotencyKey: null }));
  // What is so now did not decide then.
  await set(instance, { count: 3 });
  return instance;
}

async function set(instance: string, values: { readonly [name: string]: string | number }): Promise<void> {
  granted(await office.runtime.modifyCase(keeper, { instance, body: { changes: [{ kind: 'setVariables', values }], remark: 'put right' }, idempotencyKey: null }));
}

describe('"Why this route?" of a case', () => {
  it('is answered by each condition with what its names held then, and by the ways that were taken', async () => {
    const instance = await chosen();
    const routes = granted(await office.runtime.viewRoutes({ ...worker, locale: 'en' }, { instance }));
    expect(routes.map(({ node, withValues }) => [node, withValues])).toEqual([['choose', true], ['spread', true]]);
    const [choose, spread] = routes;
    expect(choose?.conditions).toEqual([expect.stringMatching(/^The condition of the way "Nothing" does not hold: Count.*25/), expect.stringMatching(/^The condition of the way "Much" holds: .*25.*Agreed/)]);
    expect(choose?.taken).toEqual(['At "How much" the way "Much" was taken.']);
    expect(spread?.taken).toHaveLength(2);
    expect(JSON.stringify(routes)).not.toContain('person:');
  });

  it('narrows to one gateway and to one fact of the history', async () => {
    const instance = await chosen();
    const [one] = granted(await office.runtime.viewRoutes(worker, { instance, node: 'spread' }));
    expect(one?.node).toBe('spread');
    expect(granted(await office.runtime.viewRoutes(worker, { instance, seq: one!.seq }))).toEqual([one]);
  });

  it('is told to whoever may see the case, and to nobody else', async () => {
    const instance = await chosen();
    expect((await office.runtime.viewRoutes(keeper, { instance })).ok).toBe(true);
    expect(await office.runtime.viewRoutes(stranger, { instance })).toMatchObject({ ok: false, refusal: { status: 404 } });
  });

  it('is told without values where what was given is not on record any more', async () => {
    const instance = await chosen();
    await office.store.query({ text: `update command_inputs set inputs = jsonb_build_object('aside', inputs) where instance = $1` }, [instance]);
    const [choose] = granted(await office.runtime.viewRoutes({ ...worker, locale: 'en' }, { instance }));
    await office.store.query({ text: `update command_inputs set inputs = inputs -> 'aside' where instance = $1` }, [instance]);
    expect(choose).toMatchObject({ withValues: false, conditions: ['The condition of the way "Nothing" does not hold.', 'The condition of the way "Much" holds.'] });
  });
});
