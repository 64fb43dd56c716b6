import { HandlerError, type JsonObject, type ServiceTaskHandler } from '../handler.js';
import { respondentsOf } from './current-answers.js';
import { settingsIn, settingsProperties, settingsRequired } from './summary-settings.js';

/** Answers that are opened again are opened by hand. */
const MOST = 50;

/**
 * The answers of the named respondents as they count now, so that they can be opened again; `data` is null of one who has not answered. Those
 * who were not asked are left out. `above`: from a part, among the answers of the case to which it belongs.
 */
export const submissionsFind: ServiceTaskHandler = {
  type: 'submissions.find',
  title: { ru: 'Найти ответы', en: 'Find answers' },
  input: {
    type: 'object', properties: { ...settingsProperties, of: { type: 'array', items: { type: 'string', maxLength: 200 }, maxItems: 5_000 }, above: { type: 'boolean' } },
    required: [...settingsRequired, 'of'], additionalProperties: false,
  },
  output: { type: 'object', properties: { answers: { type: 'array' } }, required: ['answers'], additionalProperties: false },
  transactional: true,
  async run(input, _call, { answers }) {
    const settings = settingsIn(input);
    const of = [...new Set(input['of'] as readonly string[])];
    if (of.length > MOST) throw new HandlerError('submissions.tooMany', { found: of.length, most: MOST });
    const parts = await answers.ofParts({ nodes: settings.nodes, from: settings.from, who: settings.who, withData: true, of, above: input['above'] === true });
    const found = respondentsOf(parts, settings).filter(({ who }) => of.includes(who));
    return { output: { answers: found.map(({ who, state, counted }) => ({ who, state, data: counted?.data ?? null })) as unknown as JsonObject[string] } };
  },
};
