import { readCases } from './case-query.js';

describe('which cases a dry run looks at', () => {
  test('are all of the last five hundred where nothing is said', () => {
    expect(readCases('')).toEqual({ limit: 500 });
  });

  test('are those of a process, of statuses, of days with the last one included, of an organisation', () => {
    expect(readCases('process=papers  status=completed,cancelled from=2026-01-01 to=2026-01-31 organisation=o limit=7')).toEqual({
      process: 'papers', statuses: ['completed', 'cancelled'], from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z', organisation: 'o', limit: 7,
    });
  });

  test.each(['state=draft', 'status=open', 'from=yesterday', 'from=2026-13-01', 'limit=0', 'limit=many', 'papers'])('are never guessed: %s is refused by name', (pair) => {
    expect(() => readCases(pair)).toThrow(pair);
  });
});
