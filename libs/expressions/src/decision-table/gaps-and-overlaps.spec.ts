import type { DecisionTable } from '@reglament/contracts';
import fc from 'fast-check';
import { compileDecisionTable } from './compile-decision-table.js';
import { gapsAndOverlaps } from './gaps-and-overlaps.js';

const context = { now: '2026-11-22T09:00:00Z' };
const column = (key: string, type: 'string' | 'number' | 'boolean' | 'date' = 'number', values?: string[]) => ({ key, title: key, type, ...(values && { values }) });
const rule = (when: { readonly [input: string]: string }, verdict = '"a"') => ({ when, then: { verdict } });
const tableOf = (given: Partial<DecisionTable>): DecisionTable => ({ format: 1, key: 'test', title: 'Test', hitPolicy: 'U', inputs: [column('share')], outputs: [column('verdict', 'string')], rules: [rule({})], ...given });
const found = (given: Partial<DecisionTable>) => gapsAndOverlaps(tableOf(given));
const NONE = { gaps: [], overlaps: [], undecided: [] };

describe('the gaps and overlaps of a decision table', () => {
  it('are none where the rules part all values among them', () => {
    expect(found({ rules: [rule({ share: '>= 80' }), rule({ share: '[50..80)' }), rule({ share: '< 50' })] })).toEqual(NONE);
    expect(found({ inputs: [column('same', 'boolean')], rules: [rule({ same: 'true' }), rule({ same: 'false' })] })).toEqual(NONE);
    expect(found({ inputs: [column('kind', 'string', ['a', 'b', 'c'])], rules: [rule({ kind: '"a", "b"' }), rule({ kind: 'not("a", "b")' })] })).toEqual(NONE);
    expect(found({ inputs: [column('day', 'date')], rules: [rule({ day: '< date("2026-09-01")' }), rule({ day: '>= date("2026-09-01")' })] })).toEqual(NONE);
  });

  it('are told with inputs that show them', () => {
    expect(found({ rules: [rule({ share: '> 80' }), rule({ share: '< 80' })] })).toMatchObject({ gaps: [{ example: { share: 80 } }], overlaps: [] });
    expect(found({ rules: [rule({ share: '>= 80' }), rule({ share: '<= 80' })] })).toMatchObject({ gaps: [], overlaps: [{ rules: [0, 1], example: { share: 80 } }] });
    expect(found({ inputs: [column('kind', 'string')], rules: [rule({ kind: '"a"' })] })).toMatchObject({ gaps: [{ example: { kind: '…' } }] });
    expect(found({ inputs: [column('day', 'date')], rules: [rule({ day: '> date("2026-09-01")' })] }).gaps).toEqual([{ example: { day: '2026-08-31' } }]);
    const two = { inputs: [column('same', 'boolean'), column('share')] };
    expect(found({ ...two, rules: [rule({ same: 'true' }), rule({ same: 'false', share: '> 0' })] }).gaps).toEqual([{ example: { same: false, share: -1 } }]);
    expect(found({ ...two, rules: [rule({ same: 'true' }), rule({ share: '> 0' }), rule({ same: 'false', share: '<= 0' })] }).overlaps).toEqual([{ rules: [0, 1], example: { same: true, share: 1 } }]);
  });

  it('count only where the hit policy makes faults of them', () => {
    const rules = [rule({ share: '> 0' }), rule({ share: '> 1' }, '"b"')];
    expect(found({ rules, otherwise: { verdict: '"c"' } })).toMatchObject({ gaps: [], overlaps: [{ rules: [0, 1] }] });
    expect(found({ hitPolicy: 'F', rules })).toMatchObject({ gaps: [{}], overlaps: [] });
    expect(found({ hitPolicy: 'C', rules })).toEqual(NONE);
    expect(found({ hitPolicy: 'R', rules })).toEqual(NONE);
    expect(found({ hitPolicy: 'A', rules })).toMatchObject({ overlaps: [{ rules: [0, 1] }] });
    expect(found({ hitPolicy: 'A', rules: [rule({ share: '> 0' }), rule({ share: '> 1' })] })).toMatchObject({ overlaps: [] });
  });

  it('cannot be known where a cell asks more than constants: the column is named', () => {
    expect(found({ inputs: [column('share'), column('other')], rules: [rule({ share: '> other' })] })).toEqual({ ...NONE, undecided: ['share'] });
    expect(found({ inputs: [column('day', 'date')], rules: [rule({ day: '> today()' })] })).toEqual({ ...NONE, undecided: ['day'] });
  });

  it('agree with asking the table at every point of a grid', () => {
    const bounds = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })).map(([a, b]) => `[${Math.min(a, b)}..${Math.max(a, b)}]`);
    const cells = fc.oneof(bounds, fc.constantFrom('-', '>= 2', '< 3', '1, 3', 'not(2)'));
    fc.assert(fc.property(fc.array(fc.tuple(cells, cells, fc.constantFrom('-', 'true', 'false')), { minLength: 1, maxLength: 5 }), (drawn) => {
      const table = tableOf({ inputs: [column('x'), column('y'), column('z', 'boolean')], rules: drawn.map(([x, y, z]) => rule({ x, y, z })) });
      const compiled = compileDecisionTable(table);
      if (compiled.kind === 'problem') throw new Error(JSON.stringify(compiled.problems));
      const pairs = new Set<string>();
      let gap = false;
      for (let x = -1; x <= 5; x += 0.5) for (let y = -1; y <= 5; y += 0.5) for (const z of [true, false]) {
        const { hits } = compiled.decide({ x, y, z }, context);
        gap ||= hits.length === 0;
        for (const i of hits) for (const j of hits) if (i < j) pairs.add(`${i} ${j}`);
      }
      const told = gapsAndOverlaps(table);
      expect(told.gaps.length > 0).toBe(gap);
      expect(told.overlaps.map(({ rules }) => rules.join(' ')).sort()).toEqual([...pairs].sort());
      for (const { example } of told.gaps) expect(compiled.decide(example, context).hits).toEqual([]);
      for (const { rules, example } of told.overlaps) expect(compiled.decide(example, context).hits).toEqual(expect.arrayContaining([...rules]));
    }), { numRuns: 60 });
  });
});
