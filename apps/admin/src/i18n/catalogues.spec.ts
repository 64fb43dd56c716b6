import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { own as en } from './en.js';
import { own as ru } from './ru.js';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

const russian = flatten(ru);
const english = flatten(en);
const names = (text: string): string[] => [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map((found) => found[1] ?? ''))].sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return ['i18n', 'form-renderer'].includes(entry.name) ? [] : sources(file);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.spec.') ? [file] : [];
  });
}

describe('catalogues', () => {
  it('say the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...russian.keys()].sort());
  });

  it('take the same values in both languages', () => {
    for (const [key, text] of russian) expect({ key, names: names(english.get(key) ?? '') }).toEqual({ key, names: names(text) });
  });

  it('have no empty text', () => {
    for (const [key, text] of [...russian, ...english]) expect({ key, empty: text.trim() === '' }).toEqual({ key, empty: false });
  });

  it('have every key that the panel names literally', () => {
    const folder = path.join(__dirname, '..');
    const keys = sources(folder).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:translate\(|(?:label|title|text|empty)[:=]\s?)'([a-z][A-Za-z]*(?:\.[A-Za-z]+)+)'/g)].map((found) => found[1] ?? ''));
    expect(keys.length).toBeGreaterThan(90);
    expect([...new Set(keys)].filter((key) => !russian.has(key))).toEqual([]);
  });

  it('give Russian counted words all three forms', () => {
    for (const [key, text] of russian) if (text.includes('||||')) expect({ key, forms: text.split('||||').length }).toEqual({ key, forms: 3 });
  });
});
