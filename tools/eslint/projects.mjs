import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inRepository } from '../lib/paths.mjs';

/**
 * Every project of the workspace with the tags of its package.json.
 *
 * @returns {{ folder: string, name: string, tags: string[], typeConfig: string }[]} typeConfig "" where there is none; folder and typeConfig relative to the repository
 */
export function listProjects() {
  return ['libs', 'apps'].flatMap((parent) =>
    readdirSync(inRepository(parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(inRepository(parent, entry.name, 'package.json')))
      .map((entry) => describe(`${parent}/${entry.name}`)),
  );
}

function describe(folder) {
  const manifest = JSON.parse(readFileSync(inRepository(folder, 'package.json'), 'utf8'));
  const typeConfig = [`${folder}/tsconfig.spec.json`, `${folder}/tsconfig.json`].find((file) => existsSync(inRepository(file))) ?? '';
  return { folder, name: manifest.name, tags: manifest.nx?.tags ?? [], typeConfig };
}

/** Projects that must stay free of clock, randomness and I/O: everything tagged `pure`, and the contracts that they share. */
export function pureProjects() {
  return listProjects().filter(({ tags }) => tags.includes('pure') || tags.includes('layer:contract'));
}
