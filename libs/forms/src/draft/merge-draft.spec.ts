import fc from 'fast-check';
import { mergeDraft } from './merge-draft.js';

type Data = Record<string, unknown>;

const leaf = fc.oneof(fc.string({ maxLength: 4 }), fc.integer({ min: 0, max: 3 }), fc.boolean());
const row = fc.record({ id: fc.constantFrom('r1', 'r2', 'r3', 'r4'), text: leaf });
const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 4 });
const draft: fc.Arbitrary<Data> = fc.record({ a: leaf, b: leaf, group: fc.record({ c: leaf, d: leaf }, { requiredKeys: [] }), rows }, { requiredKeys: [] });

describe('mergeDraft', () => {
  it('takes what one side changed', () => {
    fc.assert(fc.property(draft, draft, (base, changed) => {
      expect(mergeDraft(base, changed, base)).toEqual({ merged: changed, conflicts: [] });
      expect(mergeDraft(base, base, changed)).toEqual({ merged: changed, conflicts: [] });
    }));
  });

  it('agrees with two sides that made the same change', () => {
    fc.assert(fc.property(draft, draft, (base, changed) => {
      expect(mergeDraft(base, changed, changed)).toEqual({ merged: changed, conflicts: [] });
    }));
  });

  it('never loses a changed field silently: it is in the draft or among the conflicts', () => {
    fc.assert(fc.property(draft, draft, draft, (base, mine, theirs) => {
      const { merged, conflicts } = mergeDraft(base, mine, theirs);
      for (const name of ['a', 'b']) {
        for (const side of [mine, theirs]) {
          if (side[name] === base[name] || side[name] === undefined) continue;
          const reported = conflicts.some(({ pointer, mine: one, theirs: other }) => pointer === `/${name}` && (one === side[name] || other === side[name]));
          expect(merged[name] === side[name] || reported).toBe(true);
        }
      }
    }));
  });

  it('reports the same conflicts whichever side asks', () => {
    fc.assert(fc.property(draft, draft, draft, (base, mine, theirs) => {
      const here = mergeDraft(base, mine, theirs).conflicts.length;
      expect(mergeDraft(base, theirs, mine).conflicts).toHaveLength(here);
    }));
  });

  it('merges rows by their ids, wherever they have moved', () => {
    const base = { rows: [{ id: 'a', text: 1, note: 1 }, { id: 'b', text: 2 }] };
    const mine = { rows: [{ id: 'b', text: 2 }, { id: 'a', text: 10, note: 1 }] };
    const theirs = { rows: [{ id: 'a', text: 1, note: 5 }, { id: 'c', text: 3 }, { id: 'b', text: 2 }] };
    expect(mergeDraft(base, mine, theirs)).toEqual({ merged: { rows: [{ id: 'b', text: 2 }, { id: 'a', text: 10, note: 5 }, { id: 'c', text: 3 }] }, conflicts: [] });
  });

  it('keeps a row that one side removed and the other changed, and reports it', () => {
    const base = { rows: [{ id: 'a', text: 1 }, { id: 'b', text: 2 }] };
    const { merged, conflicts } = mergeDraft(base, { rows: [{ id: 'b', text: 2 }] }, { rows: [{ id: 'a', text: 9 }, { id: 'b', text: 2 }] });
    expect(merged).toEqual({ rows: [{ id: 'a', text: 9 }, { id: 'b', text: 2 }] });
    expect(conflicts).toEqual([{ pointer: '/rows/0', base: { id: 'a', text: 1 }, mine: undefined, theirs: { id: 'a', text: 9 } }]);
  });

  it('merges a clause inside a clause', () => {
    const tree = (text: string, due: string) => ({ clauses: [{ id: 'a', text: 'x', clauses: [{ id: 'b', text, due }] }] });
    expect(mergeDraft(tree('1', '1'), tree('2', '1'), tree('1', '2'))).toEqual({ merged: tree('2', '2'), conflicts: [] });
  });

  it('holds mine where both changed one field, and shows theirs', () => {
    expect(mergeDraft({ a: 1 }, { a: 2 }, { a: 3 })).toEqual({ merged: { a: 2 }, conflicts: [{ pointer: '/a', base: 1, mine: 2, theirs: 3 }] });
    expect(mergeDraft({ a: 1 }, {}, { a: 3 })).toEqual({ merged: { a: 3 }, conflicts: [{ pointer: '/a', base: 1, mine: undefined, theirs: 3 }] });
  });
});
