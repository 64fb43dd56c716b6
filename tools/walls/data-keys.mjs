import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from './source-files.mjs';

/**
 * The keys that the packages in workflows/ and forms/ give to their own things: packages, processes, forms, journals, document kinds,
 * calendars, roles and positions. Keys inside them (of a node, of a field) are not collected: they are often plain words.
 *
 * @param {string} root
 * @returns {Map<string, string>} key → file that gives it, relative to root
 */
export function collectDataKeys(root) {
  const keys = new Map();
  for (const folder of ['workflows', 'forms']) {
    for (const file of listFiles(path.join(root, folder), /\.json$/)) {
      if (file.split(path.sep).includes('samples')) continue;
      for (const key of keysOf(JSON.parse(readFileSync(file, 'utf8')))) keys.set(key, path.relative(root, file));
    }
  }
  return keys;
}

/** @param {unknown} document @returns {string[]} */
function keysOf(document) {
  const things = Array.isArray(document) ? document : [document];
  return things.flatMap((thing) => [thing?.key, thing?.id]).filter((key) => typeof key === 'string');
}

const forSpecs = /\.spec\.tsx?$|\/(?:spec-support|fixtures)\/|\/libs\/testing\//;

/**
 * Places in apps/ and libs/ that name such a key as a whole string: a special case for one package, which belongs into data. Comments,
 * specs and what only specs import may name what they like.
 *
 * @param {string} root
 * @param {Map<string, string>} keys
 * @param {{ key: string, within: string }[]} [sharedWords]
 * @returns {string[]} `file:line: 'key' (from file)`
 */
export function findDataKeysInCode(root, keys, sharedWords = []) {
  const files = ['apps', 'libs'].flatMap((folder) => listFiles(path.join(root, folder), /\.(?:tsx?|mjs|cjs|js|sql|json)$/));
  const code = files.filter((file) => !forSpecs.test(file) && !/(?:package|tsconfig[^/]*)\.json$/.test(file));
  return code.flatMap((absolute) => {
    const file = path.relative(root, absolute).replaceAll(path.sep, '/');
    const isShared = (key) => sharedWords.some((word) => word.key === key && file.startsWith(word.within));
    const found = findInText(readFileSync(absolute, 'utf8'), keys);
    return found.filter(({ key }) => !isShared(key)).map(({ line, key }) => `${file}:${line}: '${key}' (from ${keys.get(key)})`);
  });
}

function findInText(text, keys) {
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*(?:\*|\/[/*]|--)/.test(line)) return [];
    const strings = [...line.matchAll(/(['"`])([^'"`\s]+)\1/g)].map((match) => match[2]);
    return strings.filter((key) => keys.has(key)).map((key) => ({ line: index + 1, key }));
  });
}
