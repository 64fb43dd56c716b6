import { localizedTextSchema, textIn, type Finding, type LocalizedText, type Locale } from '@reglament/contracts';
import { lintTexts } from '@reglament/documents';
import type { JsonObject } from '../handler.js';
import { fillPlaces } from '../notify/placeholders.js';
import type { SubmissionCheckHandler } from './check.js';
import { figureFindings } from './figure-findings.js';
import { valueAt } from './variable-path.js';
import { valuesAt } from './written-texts.js';

const NAME = 'text-lint';
const path = { type: 'string', minLength: 1, maxLength: 200 } as const;

interface Settings {
  readonly content: string;
  readonly texts: readonly { readonly path: string; readonly title: LocalizedText }[];
  readonly filled?: readonly { readonly rows: string; readonly field: string; readonly named: string; readonly message: LocalizedText }[];
  readonly blocks?: readonly { readonly variable: string; readonly message: LocalizedText }[];
  readonly figures?: string;
}

/**
 * The lint of what is written round calculated facts. `content`: the variable of the form; `texts`: its fields, through lists as `rows[].text`.
 * `filled`: every row of a list has a text in its field; `{name}` in the message is what the row's field `named` holds. `blocks`: variables that the
 * system puts in, which must not be empty. `figures`: the variable with a summary (`submissions.aggregate`) whose figures the texts may state.
 */
export const textLint: SubmissionCheckHandler = {
  type: NAME,
  title: { ru: 'Проверка текста', en: 'Text lint' },
  settings: {
    type: 'object',
    properties: {
      content: path,
      texts: { type: 'array', minItems: 1, maxItems: 50, items: { type: 'object', properties: { path, title: localizedTextSchema }, required: ['path', 'title'], additionalProperties: false } },
      filled: {
        type: 'array', maxItems: 20,
        items: { type: 'object', properties: { rows: path, field: path, named: path, message: localizedTextSchema }, required: ['rows', 'field', 'named', 'message'], additionalProperties: false },
      },
      blocks: { type: 'array', maxItems: 20, items: { type: 'object', properties: { variable: path, message: localizedTextSchema }, required: ['variable', 'message'], additionalProperties: false } },
      figures: path,
    },
    required: ['content', 'texts'],
    additionalProperties: false,
  },
  run(settings, { variables, locale }) {
    const given = settings as unknown as Settings;
    const findings = [...emptyBlocks(given, variables, locale), ...emptyRows(given, variables, locale), ...faultsOfTexts(given, variables, locale)];
    return Promise.resolve({ findings, summary: [] });
  },
};

function emptyBlocks({ blocks = [] }: Settings, variables: JsonObject, locale: Locale): readonly Finding[] {
  return blocks.flatMap(({ variable, message }) => {
    const value = valueAt(variables, variable);
    const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return empty ? [{ check: NAME, code: 'block-empty', severity: 'error' as const, pointer: '', message: textIn(message, locale) }] : [];
  });
}

function emptyRows({ filled = [], content }: Settings, variables: JsonObject, locale: Locale): readonly Finding[] {
  return filled.flatMap(({ rows, field, named, message }) => valuesAt(valueAt(variables, content), `${rows}[]`).flatMap(({ value: row, pointer }) => {
    const [text, name] = [field, named].map((each) => valuesAt(row, each)[0]?.value ?? null);
    if (typeof text === 'string' && text.trim() !== '') return [];
    return [{ check: NAME, code: 'row-empty', severity: 'error' as const, pointer: `${pointer}/${field}`, message: fillPlaces(textIn(message, locale), { name }, locale) }];
  }));
}

function faultsOfTexts({ content, texts, figures }: Settings, variables: JsonObject, locale: Locale): readonly Finding[] {
  const data = valueAt(variables, content);
  const written = texts.flatMap(({ path: at, title }) => valuesAt(data, at).flatMap(({ value, pointer }) => (
    typeof value === 'string' ? [{ text: value, pointer, name: { ru: `«${textIn(title, 'ru')}»`, en: `“${textIn(title, 'en')}”` } }] : [])));
  const faults = lintTexts(written).map((finding): Finding => ({
    check: NAME, code: finding.code, severity: finding.severity, pointer: finding.pointer, message: textIn(finding.message, locale), remedy: textIn(finding.remedy, locale),
  }));
  const summary = figures === undefined ? null : valueAt(variables, figures);
  return summary === null ? faults : [...faults, ...figureFindings(written, summary, locale).map((finding) => ({ check: NAME, ...finding }))];
}
