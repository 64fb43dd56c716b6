import type { Performer } from '@reglament/contracts';
import type { HandlerPorts } from '../ports.js';
import type { JsonObject, ServiceCall } from '../handler.js';
import { notify } from './notify.js';
import { fillPlaces, placeholdersIn } from './placeholders.js';

const call: ServiceCall = { instance: 'i', organisation: 'o', activity: 1, node: 'tell', key: 'i.1', now: '2026-11-20T09:00:00.000Z', remark: null };
const sent: { words: unknown; to: readonly Performer[] }[] = [];
const ports = {
  notifications: { send: (words: unknown, to: readonly Performer[]) => { sent.push({ words, to }); return Promise.resolve(['role:clerk@o']); } },
} as unknown as HandlerPorts;
const run = (input: JsonObject) => notify.run(input, call, ports);
const clerks = [{ type: 'role', role: 'clerk' }];

describe('the service that notifies', () => {
  beforeEach(() => { sent.length = 0; });

  it('sends the words with their values to whom the rules name, and says how many there are', async () => {
    const input = { title: { ru: 'Пара начала работу {date}', en: 'The pair began on {date}' }, values: { date: '2026-11-20' }, to: clerks };
    expect(await run(input)).toEqual({ output: { recipients: 1 }, told: ['role:clerk@o'] });
    expect(sent).toEqual([{ words: { title: input.title, body: null, values: { date: '2026-11-20' } }, to: clerks }]);
  });

  it('does not send words with a place that nothing fills', async () => {
    await expect(run({ title: 'Готово', body: { ru: 'Срок {due}', en: '{due}, {who}' }, values: { due: '2026-12-01' }, to: clerks })).rejects.toMatchObject({ code: 'notify.valueMissing', details: { names: ['who'] } });
    expect(sent).toEqual([]);
  });
});

describe('places in words', () => {
  it('are filled as people write', () => {
    expect(fillPlaces('{n}: {date}, {yes}, {empty}', { n: 3, date: '2026-12-01', yes: true, empty: null }, 'ru')).toBe('3: 01.12.2026, да, —');
    expect(fillPlaces('{date}', { date: '2026-12-01' }, 'en')).toBe('2026-12-01');
  });

  it('take nothing from the prototype, and a value is not read as words', () => {
    expect(fillPlaces('{constructor} {a}', { a: '{b}', b: 'x' }, 'en')).toBe('— {b}');
    expect(placeholdersIn({ ru: '{a} { b}', en: '{c}' })).toEqual(['a', 'c']);
  });
});
