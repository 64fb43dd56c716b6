import { definitionOf, end, startTo, task } from '../spec-support/scene.js';
import { problemsOf } from './check-definition.js';

const yearly = (month: number, day: number) => ({ type: 'timer', recurrence: { every: 'year', month, day } });
const found = (nodes: object) => problemsOf({ ...definitionOf({}), nodes }).map(({ code, pointer }) => [code, pointer]);
const withEvent = (event: unknown) => ({ begin: { ...startTo('work'), event }, work: task('done'), done: end() });

describe('a start event that something besides people begins', () => {
  test('by a message or on a day that exists is sound', () => {
    expect(found(withEvent({ type: 'message', name: 'season-opened' }))).toEqual([]);
    expect(found(withEvent(yearly(2, 29)))).toEqual([]);
    expect(found(withEvent({ type: 'timer', recurrence: { every: 'month', weekday: 'wednesday', nth: 3 }, at: '10:00', shift: 'previous' }))).toEqual([]);
  });

  test('names a day that its month has', () => {
    expect(found(withEvent(yearly(2, 30)))).toEqual([['start.noSuchDay', '/nodes/begin/event/recurrence/day']]);
  });

  test('stands at the beginning of the process, not of a sub-process', () => {
    expect(found({
      begin: startTo('part'), part: { type: 'subProcess', title: 'Part', next: 'done' }, done: end(),
      inside: { type: 'startEvent', in: 'part', event: { type: 'message', name: 'news' }, next: 'over' }, over: { type: 'endEvent', in: 'part' },
    })).toEqual([['start.eventInside', '/nodes/inside/event']]);
  });

  test('says what a wrong recurrence lacks', () => {
    expect(found(withEvent({ type: 'timer', recurrence: { every: 'fortnight' } })).map(([, pointer]) => pointer)).toEqual([expect.stringMatching(/^\/nodes\/begin\/event/)]);
  });
});
