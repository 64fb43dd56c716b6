import type { Journal, PartyReference } from '@reglament/contracts';
import { formatNumber, journalYear, readMask } from '@reglament/documents';
import type { Json } from '@reglament/engine';
import { holdersOf, markDocument, takeNumber, type NumberResult } from '@reglament/store';
import { ok, refuse, type Answer, type RefusalAnswer } from '../answers/answer.js';
import { registrationRefusal } from '../answers/registration-refusal.js';
import type { Shell } from '../shell.js';
import type { Facts, Plan } from '../transition/carry-out.js';
import { documentAtHand } from './document-at-hand.js';
import type { Establishing } from './establish.js';

/**
 * What the form of a registering task may hold. `date`: day of registration, today by default; `dateReason` where it lies before the
 * journal's last. `suffixed` with `suffixOf`: a letter after that number, `suffix` the one wished, `suffixReason` why.
 */
interface Registration {
  readonly date: string;
  readonly dateReason: string | null;
  readonly suffixOf: number | null;
  readonly suffix: string | null;
  readonly suffixReason: string | null;
}

/** Takes the number in the completion's own transaction (decision 15): who rolls back gives it back, so the journal has no gaps. */
export function registerDocument(shell: Shell, given: Establishing): Promise<Answer<Plan['establish']>> {
  const today = shell.clock.localDate(given.loaded.organisation.timeZone);
  const registration = registrationOf(given.data ?? {}, today);
  if (registration.date > today) return Promise.resolve(refuse(registrationRefusal('dateInFuture')));
  return Promise.resolve(ok(async (tx) => {
    const { document, variable } = await documentAtHand(tx, given);
    if (document.number !== null) return { denied: registrationRefusal('registeredAlready', document.number) };
    const kind = shell.settings.documentKind(document.kind, document.path)?.kind;
    const found = kind?.journal === undefined ? null : shell.settings.journal(kind.journal, document.path);
    if (!found) return { denied: registrationRefusal('noJournal', kind?.journal ?? document.kind) };
    const { journal } = found;
    if (registration.suffixOf !== null && !suffixAllowed(journal)) return { denied: registrationRefusal('noLetters') };
    const taken = await takeNumber(tx, {
      organisation: document.organisation, journal: journal.key, year: journalYear(journal, registration.date), date: registration.date,
      ...(journal.first !== undefined && { first: journal.first }),
      format: (seq, suffix) => formatNumber(journal.mask, { seq, ...(suffix !== '' && { suffix }), year: journalYear(journal, registration.date), texts: journal.parts ?? {} }),
      ...(registration.suffixOf !== null && { suffixOf: registration.suffixOf }),
      reason: registration.suffixOf === null ? registration.dateReason : registration.suffixReason,
      entry: {
        document: document.id, instance: given.loaded.head.id, title: document.title, signer: document.signer, executor: document.author,
        control: tasksOf(variable).length > 0, registeredBy: given.caller.person,
      },
    });
    const refused = refusalOf(taken, registration);
    if (refused) return { denied: refused };
    const { number, entry } = taken as Extract<NumberResult, { kind: 'taken' }>;
    await markDocument(tx, document.id, { state: 'registered', journal: journal.key, number, date: registration.date, rendering: 'pending', parties: [given.caller.person] }, shell.clock.now());
    return { facts: { state: 'registered', number, date: registration.date, journal: journal.key, entry, tasks: await withExecutors(tx, variable, registration.date) } satisfies Facts };
  }));
}

function registrationOf(data: { readonly [field: string]: Json }, today: string): Registration {
  const text = (name: string): string | null => (typeof data[name] === 'string' && data[name].trim() !== '' ? data[name].trim() : null);
  const lettered = data['suffixed'] === true && typeof data['suffixOf'] === 'number';
  return {
    date: text('date') ?? today, dateReason: text('dateReason'), suffixOf: lettered ? (data['suffixOf'] as number) : null,
    suffix: lettered ? text('suffix') : null, suffixReason: text('suffixReason'),
  };
}

function suffixAllowed(journal: Journal): boolean {
  return journal.suffixAllowed ?? readMask(journal.mask).some(({ type }) => type === 'suffix');
}

function refusalOf(taken: NumberResult, registration: Registration): RefusalAnswer | null {
  if (taken.kind === 'refused') return registrationRefusal(taken.code, taken.code === 'dateBeforeLast' ? taken.lastDate : undefined);
  // The wished letter is given already: the transaction is undone, the one that the store took instead goes back.
  return registration.suffix !== null && taken.suffix !== registration.suffix ? registrationRefusal('numberTaken', `${registration.suffixOf ?? ''}${registration.suffix}`) : null;
}

function tasksOf(variable: { readonly [name: string]: Json }): readonly { readonly [name: string]: Json }[] {
  return Array.isArray(variable['tasks']) ? (variable['tasks'] as readonly { readonly [name: string]: Json }[]) : [];
}

/** Executors named as an organisation or a position become the person who answers for it on the day of registration (decision 4). */
async function withExecutors(tx: Parameters<typeof holdersOf>[0], variable: { readonly [name: string]: Json }, on: string): Promise<Json> {
  const tasks = tasksOf(variable);
  const named = tasks.flatMap(({ executor }) => (typeof executor === 'string' && !executor.startsWith('person:') ? [executor as PartyReference] : []));
  const holders = await holdersOf(tx, named, on);
  return tasks.map((task): Json => {
    const holder = typeof task['executor'] === 'string' ? holders.get(task['executor'])?.[0] : undefined;
    return holder === undefined ? task : { ...task, executor: `person:${holder}`, executorNamed: task['executor'] ?? null };
  });
}
