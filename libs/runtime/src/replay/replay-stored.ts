import { advance, type Compiled, type Context, type Effect, EngineError, type Instance, migrate, type Outcome, start, startChild, undoMigration } from '@reglament/engine';
import { findAllOrganisations, findCalendarVersions, recordedCases, type RecordedCase, type RecordedFact, type Store, type VerifyFinding } from '@reglament/store';
import { createDefinitionCache, type DefinitionCache } from '../definitions/definition-cache.js';
import { createContextOfThen } from './context-of-then.js';
import { differences } from './differences.js';
import { InputErased, RecordDamaged, recordedSteps, type RecordedStep } from './recorded-commands.js';

type ContextOfThen = (facts: readonly RecordedFact[]) => Context;

/**
 * Replays stored cases from what was recorded of them: history, submissions, kept inputs; and compares what comes out with the snapshot
 * that stands (invariant I3). Reads only.
 *
 * @returns a function from ids to what is wrong with those cases, in ids, keys and places.
 */
export async function createStoredReplay(store: Store): Promise<(ids: readonly string[]) => Promise<readonly VerifyFinding[]>> {
  const definitions = createDefinitionCache(store);
  const organisations = new Map((await findAllOrganisations(store)).map((each) => [each.id, each]));
  const contextOfThen = createContextOfThen({ organisations, calendars: await findCalendarVersions(store) });
  return async (ids) => {
    const wrong: VerifyFinding[] = [];
    for (const recorded of await recordedCases(store, ids)) {
      const detail = await differenceOf(recorded, definitions, contextOfThen);
      if (detail !== null) wrong.push({ subject: recorded.id, detail });
    }
    return wrong;
  };
}

async function differenceOf(recorded: RecordedCase, definitions: DefinitionCache, contextOfThen: ContextOfThen): Promise<string | null> {
  try {
    const replayed = await replay(recorded, definitions, contextOfThen);
    const found = differences(JSON.parse(JSON.stringify(replayed)), recorded.snapshot);
    return found.length === 0 ? null : `the replay gives another snapshot: ${found.join(', ')}`;
  } catch (error) {
    if (error instanceof InputErased) return null;
    if (error instanceof RecordDamaged) return error.message;
    if (error instanceof EngineError) return `cannot be replayed: ${error.code}`;
    throw error;
  }
}

async function replay(recorded: RecordedCase, definitions: DefinitionCache, contextOfThen: ContextOfThen): Promise<Instance> {
  return replaySteps(await versionsOf(recorded, definitions), recorded, contextOfThen);
}

/** The versions by which a case has run, by content hash: it may have been moved. */
export async function versionsOf(recorded: RecordedCase, definitions: DefinitionCache): Promise<ReadonlyMap<string, Compiled>> {
  const named = recorded.facts.flatMap(({ kind, data }) => (kind === 'instanceMigrated' ? [String(data['from']), String(data['to'])] : []));
  const versions = new Map<string, Compiled>();
  for (const hash of new Set([recorded.definitionHash, ...named])) versions.set(hash, (await definitions.get(hash)).compiled);
  return versions;
}

/**
 * The snapshot that a case's record gives. `upTo`: only its first versions; what the last of them asked of the world goes to `heard`.
 *
 * @throws RecordDamaged, InputErased, EngineError when the record does not give one.
 */
export function replaySteps(known: ReadonlyMap<string, Compiled> | Compiled, recorded: RecordedCase, contextOfThen: ContextOfThen, upTo = Infinity, heard?: (version: number, effects: readonly Effect[]) => void): Instance {
  let instance: Instance | null = null;
  const versions: ReadonlyMap<string, Compiled> = 'hash' in known ? new Map([[known.hash, known]]) : known;
  const at = new Map<number, Instance>();
  let moved: Instance | null = null;
  for (const step of recordedSteps(recorded)) {
    if (step.version > upTo) break;
    const context = contextOfThen(step.facts);
    const compiled = versionIn(versions, instance?.definitionHash ?? startedOn(step, recorded));
    const took = (outcome: Outcome): Instance => {
      const done = advanced(outcome, step);
      heard?.(step.version, done.effects);
      return done.instance;
    };
    if (step.beginning) {
      const { beginning } = step;
      instance = took(beginning.type === 'start' ? start(compiled, beginning.input, context) : startChild(compiled, beginning.input, context));
    }
    for (const command of step.commands) {
      if (instance === null) break;
      instance = took(advance(compiled, instance, command, context));
    }
    if (step.restores && instance !== null) {
      const to = at.get(step.restores.version);
      if (!to) throw new RecordDamaged(`step ${step.version} goes back to ${step.restores.version}, which is not there`);
      instance = took(advance(compiled, instance, { type: 'restoreInstance', to, ...step.restores, remark: true }, context));
    }
    if (step.migrates && instance !== null) {
      const { to, migration, order } = step.migrates;
      const outcome = migrate(compiled, versionIn(versions, to), instance, migration, order, context);
      if (outcome.kind === 'blocked') throw new RecordDamaged(`step ${step.version} cannot be moved on replay: ${outcome.obstacles.map(({ code }) => code).join(', ')}`);
      heard?.(step.version, outcome.effects);
      moved = instance;
      instance = outcome.instance;
    }
    if (step.returns && instance !== null) {
      if (moved === null) throw new RecordDamaged(`step ${step.version} takes back a move that is not there`);
      const back = undoMigration(instance, moved, step.returns);
      heard?.(step.version, back.effects);
      instance = back.instance;
    }
    if (instance !== null) at.set(step.version, instance);
  }
  if (instance === null) throw new RecordDamaged('nothing tells how it began');
  return instance;
}

function versionIn(versions: ReadonlyMap<string, Compiled>, hash: string): Compiled {
  const compiled = versions.get(hash);
  if (!compiled) throw new RecordDamaged(`version ${hash.slice(0, 12)}… is not there`);
  return compiled;
}

/** What the first fact says; a case that was never moved runs on the version that it names. */
function startedOn({ facts }: RecordedStep, recorded: RecordedCase): string {
  const definition = facts[0]?.data['definition'];
  return typeof definition === 'string' ? definition : recorded.definitionHash;
}

function advanced(outcome: Outcome, { version }: RecordedStep): Extract<Outcome, { kind: 'advanced' }> {
  if (outcome.kind === 'refused') throw new RecordDamaged(`step ${version} is refused on replay: ${outcome.refusal.code}`);
  return outcome;
}
