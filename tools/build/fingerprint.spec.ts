import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../lib/paths.mjs';
import { fingerprint, forget, isRemembered, remember } from './fingerprint.mjs';

describe('the fingerprint of sources', () => {
  let folder: string;
  let place: string;

  beforeEach(() => {
    folder = mkdtempSync(inRepository('node_modules/.fingerprint-'));
    place = path.relative(inRepository(), folder);
    writeFileSync(path.join(folder, 'a.ts'), 'one');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const change = (name: string, text: string): boolean => {
    const before = fingerprint([place]);
    writeFileSync(path.join(folder, name), text);
    return fingerprint([place]) !== before;
  };

  it('changes with a text, with a new file and with a new name', () => {
    expect(change('a.ts', 'two')).toBe(true);
    expect(change('b.ts', '')).toBe(true);
    expect(fingerprint([`${place}/a.ts`])).not.toBe(fingerprint([`${place}/b.ts`]));
  });

  it('does not change with a spec or when nothing does', () => {
    expect(change('a.spec.ts', 'test')).toBe(false);
    expect(change('a.ts', 'one')).toBe(false);
  });

  it('is remembered until it is forgotten or another one is', () => {
    const name = `spec-${process.pid}`;
    remember(name, 'first');
    expect(isRemembered(name, 'first')).toBe(true);
    expect(isRemembered(name, 'second')).toBe(false);
    forget(name);
    expect(isRemembered(name, 'first')).toBe(false);
  });
});
