import type { LintFinding } from '@reglament/contracts';
import { repeatedAmong } from './checks/repeated-text.js';
import { placeholdersAmong, spacingAmong } from './checks/wording.js';
import { DEFAULT_SEVERITIES } from './severities.js';

/** A text that a person wrote into a form, where it stands, and how a message calls it. */
export interface WrittenText { readonly text: string; readonly pointer: string; readonly name: { readonly ru: string; readonly en: string } }

/**
 * Faults of plain texts, before a document is made of them: places left to be filled in, a paragraph written twice, stray spaces. Errors first, at the
 * default severities of the lint of documents.
 */
export function lintTexts(texts: readonly WrittenText[]): LintFinding[] {
  const paragraphs = texts.flatMap(({ text, ...place }) => text.split('\n').map((each) => ({ ...place, text: each })));
  const found = [...placeholdersAmong(texts), ...repeatedAmong(paragraphs), ...spacingAmong(texts)].map((raw): LintFinding => ({ ...raw, severity: DEFAULT_SEVERITIES[raw.code] }));
  return [...found.filter(({ severity }) => severity === 'error'), ...found.filter(({ severity }) => severity === 'warning')];
}
