import type { JsonObject, ServiceTaskHandler } from '../handler.js';
import { summarise } from './summarise.js';
import { indicatorsIn, indicatorsSchema, settingsIn, settingsProperties, settingsRequired } from './summary-settings.js';

/** Type of the step: whoever shows a summary finds its settings at the nodes that call this handler. */
export const SUBMISSIONS_AGGREGATE = 'submissions.aggregate';

/**
 * Sums what the parts of a case answered, indicator by indicator, and keeps the sum as the next version. What comes back is small however
 * many have answered. `reason`: why it is done again. `hideBelow`: figures of fewer answers than this are not told.
 */
export const submissionsAggregate: ServiceTaskHandler = {
  type: SUBMISSIONS_AGGREGATE,
  title: { ru: 'Свести ответы', en: 'Sum up the answers' },
  input: {
    type: 'object',
    properties: {
      ...settingsProperties, indicators: indicatorsSchema, reason: { type: ['string', 'null'], maxLength: 2000 }, hideBelow: { type: ['integer', 'null'], minimum: 0, maximum: 1000 },
    },
    required: [...settingsRequired, 'indicators'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: { version: { type: 'integer', minimum: 1 }, at: { type: 'string' }, reason: { type: ['string', 'null'] }, coverage: { type: 'object' }, indicators: { type: 'array' } },
    required: ['version', 'at', 'reason', 'coverage', 'indicators'],
  },
  transactional: true,
  async run(input, call, { answers }) {
    const settings = settingsIn(input);
    const reason = typeof input['reason'] === 'string' && input['reason'] !== '' ? input['reason'] : null;
    const hideBelow = typeof input['hideBelow'] === 'number' ? input['hideBelow'] : 0;
    const parts = await answers.ofParts({ nodes: settings.nodes, from: settings.from, who: settings.who, withData: true });
    const { summary, sources } = summarise(parts, indicatorsIn(input['indicators']), settings, hideBelow);
    const version = await answers.keep({ reason, data: { ...summary, hideBelow }, sources });
    return { output: { version, at: call.now, reason, ...summary } as unknown as JsonObject };
  },
};
