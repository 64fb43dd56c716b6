import { keySchema, localizedTextSchema, textIn, type LocalizedText } from '@reglament/contracts';
import { fillPlaces } from '../notify/placeholders.js';
import type { SubmissionCheckHandler } from './check.js';

const NAME = 'open-cases';
/** A person answers for each of them: more would not be read. */
const MOST = 10;

interface Settings { readonly process: string; readonly severity: 'error' | 'warning'; readonly message: LocalizedText; readonly remedy?: LocalizedText; readonly pointer?: string }

/**
 * Cases of a process that were begun before this one in its organisation and are still open: what goes round is closed before it begins
 * again, or somebody says why not. Settings: `process`, `severity`, and `message` with a place `{case}` for the open case's subject; `pointer`
 * names the field beside which it is said.
 */
export const openCases: SubmissionCheckHandler = {
  type: NAME,
  title: { ru: 'Не закрыт ли прежний круг', en: 'Is the former round closed' },
  settings: {
    type: 'object',
    properties: {
      process: keySchema, severity: { enum: ['error', 'warning'] }, message: localizedTextSchema, remedy: localizedTextSchema, pointer: { type: 'string', maxLength: 200 },
    },
    required: ['process', 'severity', 'message'],
    additionalProperties: false,
  },
  async run(settings, { instance, organisation, locale }, { cases }) {
    const { process, severity, message, remedy, pointer } = settings as unknown as Settings;
    const open = await cases.openBefore({ process, organisation, before: instance, limit: MOST });
    const findings = open.map(({ subject }) => ({
      check: NAME, code: 'open-case', severity, pointer: pointer ?? '', message: fillPlaces(textIn(message, locale), { case: subject }, locale),
      ...(remedy !== undefined && { remedy: textIn(remedy, locale) }),
    }));
    return { findings, summary: [] };
  },
};
