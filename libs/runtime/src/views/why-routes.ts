import { partyReferencePattern, textIn, type Locale, type PartyReference, type ProcessDefinition, type RouteView } from '@reglament/contracts';
import { explainFlow } from '@reglament/engine';
import { historyOf, type HistoryRecord } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import { routesTaken } from '../replay/routes-taken.js';
import type { Shell } from '../shell.js';
import { readableCase } from './instance-view.js';

const PARTY = new RegExp(partyReferencePattern);

/**
 * Why a case went the way it went: each choice at a gateway, oldest first, with its conditions in words and what their names held then.
 * The values are those of the case's data, which whoever may read the case sees (`GET /process-instances/:id`).
 */
export async function viewRoutes(shell: Shell, caller: Caller, { instance, node, seq }: { readonly instance: string; readonly node?: string; readonly seq?: number }): Promise<Answer<readonly RouteView[]>> {
  const readable = await readableCase(shell, caller, instance);
  if (!readable.ok) return readable;
  const history = await historyOf(shell.store, instance);
  const versions = versionsAt(history, readable.value.live.hash);
  const wanted = (await routesTaken(shell, instance, history)).filter(({ facts }) => facts.some((fact) => (node === undefined || fact.node === node) && (seq === undefined || fact.seq === seq)));
  const parties = [...new Set(wanted.flatMap(({ asked }) => partiesOf(asked?.values)))];
  const titles = new Map(await Promise.all((['ru', 'en'] as const).map(async (locale) => [locale, await shell.people.titles(parties, locale)] as const)));
  const routes = await Promise.all(wanted.map(async ({ facts, asked }): Promise<readonly RouteView[]> => {
    const [first] = facts as readonly [HistoryRecord];
    const { definition } = await shell.definitions.get(versions(first.seq));
    const valueLabel = (path: string, value: unknown, locale: Locale): string | undefined => outcomeTitle(definition, path, value, locale) ?? (typeof value === 'string' ? titles.get(locale)?.get(value)?.title : undefined);
    const told = facts.map((fact) => explainFlow(definition, fact as Parameters<typeof explainFlow>[1], asked?.values, { valueLabel, ...(asked && { moment: asked.moment }) }));
    const [sentences = []] = told;
    const { title, ...gateway } = definition.nodes[first.node ?? ''] ?? {};
    // The only way on is no choice.
    if (!('flows' in gateway) || gateway.flows.length < 2) return [];
    return [{
      seq: first.seq, at: first.at, node: first.node ?? '', nodeTitle: title === undefined ? null : textIn(title, caller.locale),
      conditions: sentences.slice(0, -1).map((each) => `${textIn(each, caller.locale)}.`),
      taken: told.flatMap((each) => each.slice(-1)).map((each) => `${textIn(each, caller.locale)}.`), withValues: asked !== null,
    }];
  }));
  return ok(routes.flat());
}

/** The version that the case ran on when a fact was written: a move to another one, and back, stands in its history. */
function versionsAt(history: readonly HistoryRecord[], now: string): (seq: number) => string {
  const moves = history.filter(({ kind }) => kind === 'instanceMigrated');
  return (seq) => {
    const last = history.findLast((fact) => fact.seq < seq && (fact.kind === 'instanceMigrated' || fact.kind === 'migrationUndone'));
    const next = moves.find((fact) => fact.seq > seq);
    if (last?.kind === 'instanceMigrated') return String(last.data['to']);
    if (last) return String(moves.findLast((fact) => fact.seq < last.seq)?.data['from'] ?? now);
    return next ? String(next.data['from']) : now;
  };
}

/** `outcome.<step>` holds the key of a decision: people know it by its title. */
function outcomeTitle(definition: ProcessDefinition, path: string, value: unknown, locale: Locale): string | undefined {
  const step = /^outcome\.([^.]+)$/.exec(path)?.[1];
  const node = step === undefined ? undefined : definition.nodes[step];
  const outcomes = node && 'outcomes' in node ? (node.outcomes as Readonly<Record<string, { readonly title: Parameters<typeof textIn>[0] }>> | undefined) : undefined;
  const title = typeof value === 'string' && outcomes && Object.hasOwn(outcomes, value) ? outcomes[value]?.title : undefined;
  return title === undefined ? undefined : `«${textIn(title, locale)}»`;
}

/** Every party that stands among the values, at any depth. */
function partiesOf(value: unknown): readonly PartyReference[] {
  if (typeof value === 'string') return PARTY.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(partiesOf);
}
