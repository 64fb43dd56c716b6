import { structureOf } from '@reglament/forms';
import { strayFields } from './check-record-fields.js';

const form = structureOf({
  type: 'object', properties: {
    person: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } },
    plan: { type: 'object', properties: { topic: { type: 'string' } } },
  },
});
const stray = (feel: string) => strayFields({ feel }, form).map(({ field, expected }) => `${field}: ${expected.join(' ')}`);

describe('the fields that a service names of a record', () => {
  it('are those of the form, in objects too, and by path where they are looked for', () => {
    expect(stray('{ person: x.person, tags: [], plan: { topic: "a" } }')).toEqual([]);
    expect(stray('{ "plan.topic": "a" }')).toEqual([]);
    expect(stray('{ persn: x, plan: { them: 1 } }')).toEqual(['persn: person tags plan', 'plan.them: topic']);
    expect(strayFields({ value: { who: 1, plan: { theme: 'a' } } }, form).map(({ field }) => field)).toEqual(['who', 'plan.theme']);
  });

  it('are not judged where only a run can tell them', () => {
    expect(stray('card')).toEqual([]);
    expect(stray('context put(card, "hours", 1)')).toEqual([]);
    expect(stray('{ broken')).toEqual([]);
    expect(strayFields({ variable: 'card' }, form)).toEqual([]);
    expect(strayFields({ value: 7 }, form)).toEqual([]);
  });
});
