import { decide, type Subject } from '@reglament/access';
import fc from 'fast-check';
import type { Shell } from '../shell.js';
import { lookupScope, readersOf, readScope } from './record-readers.js';
import { isWithinScope } from './record-scope.js';
import type { Registry } from './registry.js';

/** A tree by paths: `1`, `1/2`, `1/20` … so that one name begins another. */
const paths = ['1', '1/2', '1/20', '1/2/1', '1/2/11', '1/20/1'];
const organisations = paths.map((path, i) => ({ id: `o${i}`, path }));
const shell = { organisations: { all: () => organisations, record: (id: string) => organisations.find((each) => each.id === id) ?? null } } as unknown as Shell;
const registry = { definition: { key: 'cards', read: ['keeper', 'chief'], lookup: ['teacher'] } } as unknown as Registry;

const held = fc.uniqueArray(fc.tuple(fc.constantFrom('keeper', 'chief', 'teacher', 'guest'), fc.constantFrom(...organisations.map(({ id }) => id), 'gone')), { maxLength: 4 });
const subjectOf = (roles: readonly (readonly [string, string])[]): Subject => ({
  person: 'person:p', permissions: [], keys: ['person:p', ...roles.map(([role, organisation]) => `role:${role}@${organisation}`)].map((key) => ({ key, right: { kind: 'direct' } as const })),
});

describe('who reads records of a registry', () => {
  it('sees one record exactly where the list shows it', () => {
    fc.assert(fc.property(held, fc.constantFrom(...paths), (roles, path) => {
      const subject = subjectOf(roles);
      const one = decide('record.read', subject, { type: 'record', path, readers: readersOf(shell, registry, path) }).allowed;
      expect(one).toBe(isWithinScope(path, readScope(shell, subject, registry)));
    }));
  });

  it('may name what may be read, and with a role for it what stands above too; nobody else may name anything', () => {
    fc.assert(fc.property(held, fc.constantFrom(...paths), (roles, path) => {
      const subject = subjectOf(roles);
      if (isWithinScope(path, readScope(shell, subject, registry))) expect(isWithinScope(path, lookupScope(shell, subject, registry))).toBe(true);
      if (!roles.some(([role]) => role !== 'guest')) expect(isWithinScope(path, lookupScope(shell, subject, registry))).toBe(false);
    }));
    const teacher = subjectOf([['teacher', 'o3']]);
    expect(paths.filter((path) => isWithinScope(path, lookupScope(shell, teacher, registry)))).toEqual(['1', '1/2', '1/2/1']);
    expect(readScope(shell, teacher, registry).paths).toEqual([]);
  });
});
