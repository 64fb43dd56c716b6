import { EngineError, listenToFlows, type AskedGateway, type Compiled } from '@reglament/engine';
import { findAllOrganisations, findCalendarVersions, recordedCases, type HistoryRecord } from '@reglament/store';
import type { Shell } from '../shell.js';
import { createContextOfThen } from './context-of-then.js';
import { InputErased, RecordDamaged } from './recorded-commands.js';
import { replaySteps, versionsOf } from './replay-stored.js';

/** A choice at a gateway: the facts that it left, and what its conditions read then; null where that can no longer be told. */
export interface RouteTaken { readonly facts: readonly HistoryRecord[]; readonly asked: AskedGateway | null }

/**
 * The choices of a case's gateways, oldest first. History says how each condition came out but holds no values: those come out of a replay
 * of what was recorded. They are values of the case, for whoever may see it.
 */
export async function routesTaken(shell: Shell, id: string, history: readonly HistoryRecord[]): Promise<readonly RouteTaken[]> {
  const choices = choicesIn(history);
  if (choices.length === 0) return [];
  const asked = await askedOnReplay(shell, id);
  const left = new Map<string, AskedGateway[]>();
  for (const each of asked ?? []) left.set(each.node, [...(left.get(each.node) ?? []), each]);
  const counts = new Map<string, number>();
  for (const { node } of choices) counts.set(node, (counts.get(node) ?? 0) + 1);
  const told = new Map<string, number>();
  return choices.map(({ node, facts }) => {
    const heard = left.get(node) ?? [];
    const n = told.get(node) ?? 0;
    told.set(node, n + 1);
    // As many questions as answers, or nobody knows which belongs to which.
    return { facts, asked: heard.length === counts.get(node) ? heard[n] ?? null : null };
  });
}

/** An inclusive gateway leaves a fact for each flow that it takes; together they are one choice. */
function choicesIn(history: readonly HistoryRecord[]): readonly { readonly node: string; readonly facts: readonly HistoryRecord[] }[] {
  const choices: { readonly node: string; readonly facts: HistoryRecord[]; more: number }[] = [];
  for (const fact of history) {
    const { verdicts } = fact.data;
    if (fact.kind !== 'flowTaken' || fact.node === null || !Array.isArray(verdicts)) continue;
    const last = choices.at(-1);
    if (last?.node === fact.node && last.more > 0 && last.facts[0]?.version === fact.version) {
      last.facts.push(fact);
      last.more -= 1;
    } else choices.push({ node: fact.node, facts: [fact], more: verdicts.filter((held) => held === true).length - 1 });
  }
  return choices;
}

async function askedOnReplay(shell: Shell, id: string): Promise<readonly AskedGateway[] | null> {
  const [recorded] = await recordedCases(shell.store, [id]);
  if (!recorded) return null;
  const asked: AskedGateway[] = [];
  const organisations = new Map((await findAllOrganisations(shell.store)).map((each) => [each.id, each]));
  const contextOfThen = createContextOfThen({ organisations, calendars: await findCalendarVersions(shell.store) });
  try {
    const versions = new Map<string, Compiled>([...await versionsOf(recorded, shell.definitions)].map(([hash, compiled]) => [hash, listenToFlows(compiled, (each) => { asked.push(each); })]));
    replaySteps(versions, recorded, contextOfThen);
    return asked;
  } catch (error) {
    if (error instanceof InputErased || error instanceof RecordDamaged || error instanceof EngineError) return null;
    throw error;
  }
}
