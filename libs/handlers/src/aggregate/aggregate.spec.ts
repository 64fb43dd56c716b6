import { createHandlerRegistry } from '../registry/handler-registry.js';
import { BUILTIN_HANDLERS } from '../builtin.js';
import type { JsonObject, ServiceCall } from '../handler.js';
import type { AnswerPart, HandlerPorts } from '../ports.js';
import { respondentsOf } from './current-answers.js';

const call: ServiceCall = { instance: 'case', organisation: 'o', activity: 1, node: 'summary', key: 'case.1', now: '2026-11-22T00:00:00.000Z', remark: null };
const settings = { nodes: ['collection'], from: ['fill'], who: 'respondent', rows: 'items', accepted: ['accepted', 'accepted-late'], late: ['accepted-late'], excluded: ['excluded'] };
const indicators = [{ code: 'a', name: 'Share', type: 'ratio', base: 'schools', previous: 60, direction: 'more of the package' }];

let index = 0;
const part = (who: string, result: string | null, rows: readonly object[] | null, more: Partial<AnswerPart> = {}): AnswerPart => ({
  part: `p${index += 1}`, activity: 7, index, title: who, status: result === null ? 'active' : 'completed', result, who,
  submission: rows === null ? null : `s${index}`, data: rows === null ? null : { items: rows }, ...more,
});
const ratio = (numerator: number, denominator: number) => [{ code: 'a', numerator, denominator }];

function portsOver(parts: readonly AnswerPart[]) {
  const kept: { reason: string | null; data: unknown; sources: unknown }[] = [];
  return { kept, ports: { answers: { ofParts: () => Promise.resolve(parts), keep: (summary: (typeof kept)[number]) => Promise.resolve(kept.push(summary)) } } as unknown as HandlerPorts };
}
const handlers = createHandlerRegistry(BUILTIN_HANDLERS);
const run = (type: string, input: object, ports: HandlerPorts) => handlers.get(type)!.run(input as JsonObject, call, ports);

describe('the service that sums answers', () => {
  it('sums what was taken, counts who was asked, and keeps which answer went in', async () => {
    const { kept, ports } = portsOver([part('x', 'accepted', ratio(9, 10)), part('y', 'accepted-late', ratio(1, 2)), part('z', 'accepted', ratio(0, 3)), part('q', null, ratio(7, 7)), part('w', 'excluded', ratio(5, 5))]);
    const { output } = await run('submissions.aggregate', { ...settings, indicators, reason: null }, ports);
    expect(output).toMatchObject({
      version: 1, reason: null, coverage: { asked: 5, accepted: 3, late: 1, excluded: 1, percent: 75, absent: ['q'] },
      indicators: [{ code: 'a', numerator: 10, denominator: 15, percent: 66.7, change: 6.7, answered: 3, absent: 1 }],
    });
    expect(kept[0]?.sources).toEqual(expect.arrayContaining([expect.objectContaining({ who: 'y', state: 'late' }), expect.objectContaining({ who: 'q', state: 'working', submission: null })]));
    expect((await run('submissions.aggregate', { ...settings, indicators, reason: 'A slip' }, ports)).output).toMatchObject({ version: 2, reason: 'A slip' });
  });

  it('does not tell the figures of a group that is too small', async () => {
    const { ports } = portsOver([part('x', 'accepted', ratio(9, 10))]);
    expect((await run('submissions.aggregate', { ...settings, indicators, hideBelow: 5 }, ports)).output['indicators']).toMatchObject([{ answered: 1, percent: null, numerator: null, hidden: true }]);
  });
});

describe('whose answer counts', () => {
  it('is the one taken last; while a correction is under way, the one before', () => {
    const first = part('x', 'accepted', ratio(1, 2));
    expect(respondentsOf([first, part('x', null, ratio(2, 2), { activity: 9 })], settings)[0]).toMatchObject({ state: 'accepted', counted: first });
    const second = part('x', 'accepted', ratio(2, 2), { activity: 9 });
    expect(respondentsOf([second, first], settings)[0]).toMatchObject({ counted: second, latest: second });
  });

  it('stays late when it is corrected, and is gone when its respondent is excluded', () => {
    const late = part('x', 'accepted-late', ratio(1, 2));
    expect(respondentsOf([late, part('x', 'accepted', ratio(2, 2), { activity: 9 })], settings)[0]?.state).toBe('late');
    expect(respondentsOf([late, part('x', 'excluded', null, { activity: 9 })], settings)[0]).toMatchObject({ state: 'excluded', counted: null });
  });

  it('is nobody’s where the part was cancelled or sent nothing', () => {
    expect(respondentsOf([part('x', null, null, { status: 'cancelled' })], settings)[0]).toMatchObject({ state: 'absent', counted: null });
  });
});

describe('finding answers to open them again', () => {
  it('gives those of the named respondents, and tells of one who has not answered', async () => {
    const { ports } = portsOver([part('x', 'accepted', ratio(1, 2)), part('y', null, null, { status: 'cancelled' }), part('z', 'accepted', ratio(3, 3))]);
    expect((await run('submissions.find', { ...settings, of: ['y', 'x', 'stranger'] }, ports)).output).toEqual({
      answers: [{ who: 'x', state: 'accepted', data: { items: ratio(1, 2) } }, { who: 'y', state: 'absent', data: null }],
    });
  });
});

describe('counting who has answered', () => {
  it('says how many and who not', async () => {
    const { ports } = portsOver([part('x', 'accepted', ratio(1, 2)), part('y', null, null)]);
    expect((await run('submissions.coverage', settings, ports)).output).toEqual({ asked: 2, accepted: 1, late: 0, excluded: 0, percent: 50, absent: ['y'] });
  });
});
