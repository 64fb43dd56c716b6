import type { CaseUndo, Locale, LocalizedText } from '@reglament/contracts';
import { textIn } from '@reglament/contracts';
import { EngineError, type Effect, type Instance } from '@reglament/engine';
import { findAllOrganisations, findCalendarVersions, historyOf, mailsSentSince, numbersTakenSince, recordedCases, type HistoryRecord, type LoadedInstance } from '@reglament/store';
import type { Caller } from '../caller.js';
import { createContextOfThen } from '../replay/context-of-then.js';
import { differences } from '../replay/differences.js';
import { InputErased, RecordDamaged } from '../replay/recorded-commands.js';
import { replaySteps, versionsOf } from '../replay/replay-stored.js';
import type { Shell } from '../shell.js';
import { lexiconOf } from '../views/lexicon.js';

/** A case as it stood before its last operation, or why it cannot stand so again. */
export type Before = { readonly version: number; readonly to: Instance } | { readonly obstacle: LocalizedText };

const MOVED: LocalizedText = { ru: 'Дело с тех пор двинулось дальше.', en: 'The case has moved on since.' };
const ERASED: LocalizedText = { ru: 'Того, что было до неё, больше нет в записях.', en: 'What was before it is not on record any more.' };

/** The last operation that could be taken back; null where nobody has operated on the case. */
export async function lastOperation(shell: Shell, caller: Caller, loaded: LoadedInstance): Promise<CaseUndo | null> {
  const fact = operationIn(await historyOf(shell.store, loaded.head.id));
  if (!fact) return null;
  const lexicon = await lexiconOf(shell, caller.locale, { parties: [fact.by], organisations: [], definitions: [] });
  const before = await beforeOperation(shell, loaded, fact);
  return { kind: fact.kind === 'instanceModified' ? 'modified' : 'cancelled', at: fact.at, by: lexicon.partyOrNull(fact.by), obstacle: 'obstacle' in before ? obstacleIn(before.obstacle, caller.locale) : null };
}

export function operationIn(history: readonly HistoryRecord[]): HistoryRecord | undefined {
  const last = history.findLast(({ kind, by }) => kind === 'instanceModified' || kind === 'instanceRestored' || (kind === 'instanceCancelled' && by !== null));
  // What was taken back is not taken back again.
  return last?.kind === 'instanceRestored' ? undefined : last;
}

/**
 * Replays the case to the step before. What the operation asked of the world comes out of the replay too: work can be given back, but a
 * service that was called, a part that was started, a message, a mail or a number that went out cannot.
 */
export async function beforeOperation(shell: Shell, loaded: LoadedInstance, fact: HistoryRecord): Promise<Before> {
  if (fact.version !== loaded.head.version) return { obstacle: MOVED };
  const [recorded] = await recordedCases(shell.store, [loaded.head.id]);
  const organisations = new Map((await findAllOrganisations(shell.store)).map((each) => [each.id, each]));
  const contextOfThen = createContextOfThen({ organisations, calendars: await findCalendarVersions(shell.store) });
  if (!recorded) return { obstacle: ERASED };
  const asked: Effect[] = [];
  try {
    const versions = await versionsOf(recorded, shell.definitions);
    const to = replaySteps(versions, recorded, contextOfThen, fact.version - 1);
    const now = replaySteps(versions, recorded, contextOfThen, fact.version, (version, effects) => { if (version === fact.version) asked.push(...effects); });
    if (differences(JSON.parse(JSON.stringify(now)), recorded.snapshot).length > 0) return { obstacle: ERASED };
    const obstacle = obstacleOf(asked) ?? (await gone(shell, loaded.head.id, fact.version));
    return obstacle ? { obstacle } : { version: fact.version - 1, to };
  } catch (error) {
    if (error instanceof InputErased || error instanceof RecordDamaged || error instanceof EngineError) return { obstacle: ERASED };
    throw error;
  }
}

function obstacleOf(effects: readonly Effect[]): LocalizedText | null {
  for (const effect of effects) {
    switch (effect.type) {
      case 'callService': return { ru: 'Система уже начала работу, о которой её попросили.', en: 'The system has begun what it was asked to do.' };
      case 'cancelService': return { ru: 'Остановлена работа системы: заново она не начнётся.', en: 'Work of the system was stopped: it does not begin anew.' };
      case 'startChildren': return { ru: 'Начаты части или другое дело.', en: 'Parts or another case were begun.' };
      case 'cancelChildren': return { ru: 'Прекращены части дела.', en: 'Parts of the case were cancelled.' };
      case 'sendMessage': return { ru: 'Отправлено сообщение другим делам.', en: 'A message went to other cases.' };
      case 'childEnded': return { ru: 'Об окончании уже знает дело, частью которого оно было.', en: 'The case that it was a part of knows of its end.' };
      case 'invite': return { ru: 'Разосланы личные ссылки.', en: 'Personal links were sent.' };
      default: break;
    }
  }
  return null;
}

async function gone(shell: Shell, instance: string, since: number): Promise<LocalizedText | null> {
  if ((await numbersTakenSince(shell.store, instance, since)) > 0) return { ru: 'Документу присвоен номер: он занят.', en: 'A document has got its number: it is taken.' };
  const mails = await mailsSentSince(shell.store, instance, since);
  return mails > 0 ? { ru: `Людям уже ушли письма (${mails}).`, en: `Mails have gone out (${mails}).` } : null;
}

function obstacleIn(obstacle: LocalizedText, locale: Locale): string {
  return textIn(obstacle, locale);
}
