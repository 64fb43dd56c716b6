import type { JsonObject, ServiceTaskHandler } from '../handler.js';
import { respondentsOf } from './current-answers.js';
import { coverageOf } from './summarise.js';
import { settingsIn, settingsProperties, settingsRequired } from './summary-settings.js';

/** How many of those who were asked have answered by now, and who has not: for the gateway that waits or goes on. Keeps nothing. */
export const submissionsCoverage: ServiceTaskHandler = {
  type: 'submissions.coverage',
  title: { ru: 'Посчитать, кто ответил', en: 'Count who has answered' },
  input: { type: 'object', properties: settingsProperties, required: [...settingsRequired], additionalProperties: false },
  output: {
    type: 'object',
    properties: { asked: { type: 'integer' }, accepted: { type: 'integer' }, late: { type: 'integer' }, excluded: { type: 'integer' }, percent: { type: 'number' }, absent: { type: 'array' } },
    required: ['asked', 'accepted', 'late', 'excluded', 'percent', 'absent'],
  },
  transactional: true,
  async run(input, _call, { answers }) {
    const settings = settingsIn(input);
    const parts = await answers.ofParts({ nodes: settings.nodes, from: settings.from, who: settings.who, withData: false });
    return { output: coverageOf(respondentsOf(parts, settings)) as unknown as JsonObject };
  },
};
