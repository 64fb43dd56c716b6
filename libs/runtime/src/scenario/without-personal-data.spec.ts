import { withoutPersonalData } from './without-personal-data.js';

const ANNA = 'person:0a1b2c3d-0000-4000-8000-000000000001';
const OFFICE = '0a1b2c3d-0000-4000-8000-000000000002';
const clean = (data: unknown): unknown => withoutPersonalData({ data }, new Map([[OFFICE, 'office']])).data;

describe('what is left of a case when nobody shall be known by it', () => {
  it('keeps what decides the way: keys, dates, numbers, truth', () => {
    const decides = { kind: 'order-main', at: '2026-11-05', moment: '2026-11-05T07:00:00.000Z', word: 'higherBetter', size: 12.5, yes: true, none: null, list: ['a', 'b-c'] };
    expect(clean(decides)).toEqual(decides);
  });

  it('has people and organisations numbered, the same one always the same', () => {
    expect(clean({ by: ANNA, role: `role:clerk@${OFFICE}`, again: [ANNA] })).toEqual({ by: 'person:x1', role: 'role:clerk@office', again: ['person:x1'] });
    expect(clean({ [ANNA]: 1 })).toEqual({ 'person:x1': 1 });
  });

  it('leaves the names of steps and parts as they are', () => {
    expect(withoutPersonalData({ part: 'visit[0]/check[2]', complete: 'Проверка', data: { note: 'Анна' } }, new Map())).toEqual({ part: 'visit[0]/check[2]', complete: 'Проверка', data: { note: 'текст' } });
  });

  it.each(['Анна Петрова', 'Anna', 'see room 5', 'anna@school.example', '79161234567', '12-3456789', 'ул. Мира, 5', 'a'.repeat(40).replaceAll('a', 'f')])('has no text that somebody typed: %s', (typed) => {
    expect(JSON.stringify(clean({ typed }))).not.toContain(typed);
  });
});
