import fc from 'fast-check';
import { clauseAt, depthOf, flatten, type Clause, type ClausePath } from './clause.js';
import { indent, insertAfter, insertInside, outdent, remove, shift } from './tree-operations.js';

const leaf = (id: string): Clause => ({ id, type: 'task', text: id });
const trees = fc.integer({ min: 1, max: 30 }).chain((size) => fc.array(fc.nat(3), { minLength: size, maxLength: size })).map(grow);

/** A tree from a list of depths: each next clause goes as deep as its number allows. */
function grow(depths: readonly number[]): readonly Clause[] {
  let list: readonly Clause[] = [];
  depths.forEach((depth, index) => {
    let at: ClausePath = [];
    for (let level = 0; level < depth; level += 1) {
      const inside = clauseAt(list, at)?.clauses ?? (at.length === 0 ? list : []);
      if (inside.length === 0) break;
      at = [...at, inside.length - 1];
    }
    list = (at.length === 0 ? insertAfter(list, [], leaf(`c${index}`)) : (insertInside(list, at, leaf(`c${index}`), 9) ?? { list })).list;
  });
  return list;
}

const idsOf = (list: readonly Clause[]) => flatten(list).map(({ clause }) => clause.id);
const pick = (list: readonly Clause[], seed: number) => flatten(list)[seed % flatten(list).length]?.path ?? [0];

describe('clause tree', () => {
  it('numbers clauses by their places', () => {
    const list = [{ ...leaf('a'), clauses: [leaf('b'), { ...leaf('c'), clauses: [leaf('d')] }] }, leaf('e')];
    expect(flatten(list).map(({ number }) => number)).toEqual(['1', '1.1', '1.2', '1.2.1', '2']);
  });

  it('keeps every clause in its reading order when one goes in or out a level', () => {
    fc.assert(fc.property(trees, fc.nat(), (list, seed) => {
      const path = pick(list, seed);
      for (const moved of [indent(list, path, 9), outdent(list, path)]) {
        if (moved === null) continue;
        expect(idsOf(moved.list)).toEqual(idsOf(list));
        expect(clauseAt(moved.list, moved.path)?.id).toBe(clauseAt(list, path)?.id);
      }
    }));
  });

  it('never goes deeper than it may', () => {
    fc.assert(fc.property(trees, fc.nat(), fc.integer({ min: 1, max: 5 }), (list, seed, maxDepth) => {
      const before = Math.max(...list.map(depthOf));
      const moved = indent(list, pick(list, seed), maxDepth);
      if (moved !== null) expect(Math.max(...moved.list.map(depthOf))).toBeLessThanOrEqual(Math.max(before, maxDepth));
    }));
  });

  it('comes back when a move is undone by the opposite one', () => {
    fc.assert(fc.property(trees, fc.nat(), (list, seed) => {
      const path = pick(list, seed);
      const down = shift(list, path, 1);
      if (down !== null) expect(shift(down.list, down.path, -1)?.list).toEqual(list);
      const inside = indent(list, path, 9);
      const isLast = flatten(list).filter(({ path: other }) => other.length === path.length && String(other.slice(0, -1)) === String(path.slice(0, -1))).at(-1)?.path === path;
      if (inside !== null && isLast) expect(outdent(inside.list, inside.path)?.list).toEqual(list);
    }));
  });

  it('loses exactly the removed clause and what is inside it', () => {
    fc.assert(fc.property(trees, fc.nat(), (list, seed) => {
      const path = pick(list, seed);
      const gone = new Set(flatten([clauseAt(list, path) ?? leaf('?')]).map(({ clause }) => clause.id));
      expect(idsOf(remove(list, path).list)).toEqual(idsOf(list).filter((id) => !gone.has(id)));
    }));
  });
});
