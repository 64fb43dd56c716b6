import { quote, type LintInput, type RawFinding } from '../lint-facts.js';
import { textsOf, type PlacedText } from '../texts.js';

/** `{{…}}`, rows of underscores, «…» and «...» in quotes or brackets, ХХ.ХХ.ХХХХ: places that somebody was to fill in. */
const placeholder = /\{\{[^{}]{0,200}\}\}|_{2,}(?:[ .]*_{2,})*|[«"(\[]\s*(?:…|\.{3,})\s*[»")\]]|(?<!\p{L})[XХ]{2}\.[XХ]{2}\.[XХ]{2,4}(?!\p{L})/gu;

/** Defects of spaces and hyphens that no reading makes right; «начального- и среднего» is left alone. */
const spacing = /\p{L} -\p{L}|\p{L}- (?!(?:и|или|либо)(?!\p{L}))\p{L}|[«(„] +\p{L}|[\p{L}\d] +[»)](?!\p{L})|[\p{L}\d»)] +[,;:!?](?=\s|$)|[\p{L}\d»)] +\.(?=\s|$)|\S {2,}\S/gu;

export function checkPlaceholders(input: LintInput): RawFinding[] {
  return placeholdersAmong(textsOf(input));
}

export function placeholdersAmong(texts: readonly PlacedText[]): RawFinding[] {
  return texts.flatMap((placed) => {
    const [first] = [...placed.text.matchAll(placeholder)].map((match) => match[0]);
    if (first === undefined) return [];
    return [finding('unresolved-placeholder', placed, first, {
      message: { ru: `Не заполнено: ${quote(first, 40)}`, en: `Not filled in: ${quote(first, 40)}` },
      expected: { ru: 'окончательный текст', en: 'final text' },
      remedy: { ru: 'Впишите значение', en: 'Fill in the value' },
    })];
  });
}

export function checkSpacing(input: LintInput): RawFinding[] {
  return spacingAmong(textsOf(input));
}

export function spacingAmong(texts: readonly PlacedText[]): RawFinding[] {
  return texts.flatMap((placed) => {
    const defects = [...placed.text.matchAll(spacing)].map((match) => wordAround(placed.text, match.index, match[0].length));
    if (defects.length === 0) return [];
    const list = defects.slice(0, 5).map((defect) => `«${defect}»`).join(', ');
    return [finding('spacing', placed, defects.slice(0, 5).join('; '), {
      message: { ru: `Лишние или пропущенные пробелы: ${list}`, en: `Wrong spaces: ${list}` },
      expected: { ru: 'без лишних пробелов', en: 'no stray spaces' },
      remedy: { ru: 'Исправьте пробелы и дефисы', en: 'Correct spaces and hyphens' },
    })];
  });
}

export function checkEmptyClauses({ clauses }: LintInput): RawFinding[] {
  return clauses
    .filter(({ clause }) => clause.text.replace(/[\s.…–—-]/gu, '') === '')
    .map(({ clause, pointer }) => finding('empty-clause', { text: clause.text, pointer: `${pointer}/text`, clauseId: clause.id }, clause.text, {
      message: { ru: 'Пустой пункт', en: 'Empty clause' },
      expected: { ru: 'текст пункта', en: 'a text' },
      remedy: { ru: 'Напишите текст или удалите пункт', en: 'Write the text or delete the clause' },
    }));
}

function finding(code: RawFinding['code'], placed: PlacedText, found: string, words: Pick<RawFinding, 'message' | 'expected' | 'remedy'>): RawFinding {
  return { code, ...(placed.clauseId !== undefined && { clauseId: placed.clauseId }), pointer: placed.pointer, found: quote(found), ...words };
}

function wordAround(text: string, index: number, length: number): string {
  const start = text.lastIndexOf(' ', Math.max(0, index - 1)) + 1;
  const next = text.indexOf(' ', index + length);
  return quote(text.slice(start, next === -1 ? undefined : next).replace(/[,;.]$/u, ''), 60);
}
