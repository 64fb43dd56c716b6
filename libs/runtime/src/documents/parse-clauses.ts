import { textIn, type ParseClauses, type ParsedClauses } from '@reglament/contracts';
import { importDocument, lintDocument, maxImportedCharacters, summarise } from '@reglament/documents';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';

/**
 * Reads a pasted text as the clauses and requisites of a document of the kind, and says at once what is wrong with it. Nothing is kept
 * and nobody is bound: executors stay quotes until a person chooses.
 */
export async function parseClauses(shell: Shell, caller: Caller, body: ParseClauses): Promise<Answer<ParsedClauses>> {
  const home = await shell.people.organisationOf(caller.person);
  const organisation = home === null ? null : shell.organisations.record(home);
  const found = organisation && shell.settings.documentKind(body.kind, organisation.path);
  if (!organisation || found?.made !== 'structured') return refuse(invalidRequest('unknownKind', 'Такого вида документа нет.', 'There is no such kind of document.', [{ pointer: '/kind', code: 'unknownKind', message: 'unknownKind' }]));
  if (body.text.length > maxImportedCharacters) return refuse(invalidRequest('textTooLong', `Текст длиннее ${maxImportedCharacters} знаков.`, `The text is longer than ${maxImportedCharacters} characters.`, [{ pointer: '/text', code: 'textTooLong', message: 'textTooLong' }]));
  const { model } = importDocument(body.text, found.kind);
  const findings = lintDocument(model, found.kind, { today: shell.clock.localDate(organisation.timeZone) });
  const { title, basis } = model.requisites;
  return ok({
    clauses: model.clauses,
    // Named as a draft names them, so that a form takes them as they are.
    requisites: { ...(title !== '' && { title }), basis, ...(model.preamble !== undefined && { preamble: model.preamble }), attachments: model.attachments, ...(model.executorContact && { executorContact: model.executorContact }) },
    findings: findings.map(({ message, severity }) => ({ message: textIn(message, caller.locale), severity })),
    summary: summarise(findings).map(({ text }) => textIn(text, caller.locale)),
  });
}
