import { dryRun, type CaseRecording, type DryRunVerdict, type FormJudge, type PastFact } from '@reglament/analysis';
import type { Context } from '@reglament/engine';
import { judge } from '@reglament/forms';
import { findAllOrganisations, findCalendarVersions, organisationFacts, partsOfCases, recordedCases, type RecordedCase, type RecordedFact, type Store } from '@reglament/store';
import type { DefinitionCache } from '../definitions/definition-cache.js';
import { createContextOfThen, type Holders } from '../replay/context-of-then.js';
import { InputErased, RecordDamaged, recordedSteps } from '../replay/recorded-commands.js';
import type { PreparedDraft } from './prepare-draft.js';

/** `cannotTell`: what was given to the case was erased or is damaged, or somebody changed where it stood. */
export type CaseVerdict = DryRunVerdict | { readonly kind: 'cannotTell'; readonly why: string };

/** More parts than this of the cases of one page are not looked at: the first differences tell. */
const MAX_PARTS = 20_000;
const AT_ONCE = 200;

/** What somebody did to the record itself: a move to another version, a step that was taken back. A draft has no place for it. */
const BY_HAND = ['migrates', 'returns', 'restores'] as const;
class ChangedByHand extends Error {}

/**
 * Runs recorded cases again on a draft, each with its parts: a case goes another way where it does itself, or where one of its parts does.
 * Reads only: nothing is written, sent or asked of a service.
 *
 * @param now business time up to which open cases are judged.
 */
export async function createCaseDryRun(store: Store, definitions: DefinitionCache, { compiled, forms }: PreparedDraft, now: string): Promise<(ids: readonly string[]) => Promise<ReadonlyMap<string, CaseVerdict>>> {
  const all = await findAllOrganisations(store);
  const held = await organisationFacts(store, all.map(({ id }) => id), now.slice(0, 10));
  const contextOfThen = createContextOfThen({ organisations: new Map(all.map((each) => [each.id, each])), calendars: await findCalendarVersions(store), heldNow: heldIn([...held.values()].flatMap(({ superiors }) => superiors)) });

  const verdictOf = async (recorded: RecordedCase): Promise<CaseVerdict> => {
    const then = await definitions.get(recorded.definitionHash);
    const { timeZone } = all.find(({ id }) => id === recorded.organisation) ?? { timeZone: 'UTC' };
    const judgeForm: FormJudge = (key, data, at) => {
      const form = forms.get(key);
      // What the same form took then it would take again.
      if (!form || then.forms.get(key)?.hash === form.hash) return [];
      return judge(form.compiled, data, { now: at, zone: timeZone, locale: 'en', mode: 'submit', base: data }).errors.map(({ pointer }) => pointer);
    };
    try {
      return dryRun(compiled, recordingOf(recorded, contextOfThen, now), judgeForm);
    } catch (error) {
      if (error instanceof InputErased) return { kind: 'cannotTell', why: 'erased' };
      if (error instanceof ChangedByHand) return { kind: 'cannotTell', why: 'changedByHand' };
      if (error instanceof RecordDamaged) return { kind: 'cannotTell', why: error.message };
      throw error;
    }
  };

  return async (ids) => {
    const verdicts = new Map<string, CaseVerdict>();
    for (const recorded of await recordedCases(store, ids)) verdicts.set(recorded.id, await verdictOf(recorded));
    const parts = await partsOfCases(store, ids, MAX_PARTS);
    for (let i = 0; i < parts.length; i += AT_ONCE) {
      const page = new Map(parts.slice(i, i + AT_ONCE).map(({ id, whole }) => [id, whole]));
      for (const recorded of await recordedCases(store, [...page.keys()])) {
        const whole = page.get(recorded.id) ?? '';
        const known = verdicts.get(whole);
        if (known?.kind === 'sameWay') verdicts.set(whole, worse(known, await verdictOf(recorded)));
      }
    }
    return verdicts;
  };
}

function recordingOf(recorded: RecordedCase, contextOfThen: (facts: readonly RecordedFact[]) => Context, now: string): CaseRecording {
  const steps = recordedSteps(recorded);
  const [first] = steps;
  if (!first?.beginning) throw new RecordDamaged('nothing tells how it began');
  if (steps.some((step) => BY_HAND.some((what) => Object.hasOwn(step, what)) || step.commands.some(({ type }) => type === 'modifyInstance'))) throw new ChangedByHand();
  const contexts = new Map<number, Context>();
  return {
    id: recorded.id, beginning: first.beginning, until: now > (steps.at(-1)?.facts[0]?.at ?? '') ? now : steps.at(-1)?.facts[0]?.at ?? now,
    steps: steps.map(({ facts, commands }) => ({ now: facts[0]?.at ?? now, commands, facts: facts as unknown as readonly PastFact[] })),
    contextAt(step, moment) {
      const context = contexts.get(step) ?? contextOfThen(steps[step]?.facts ?? []);
      contexts.set(step, context);
      return { ...context, now: moment };
    },
  };
}

/** A part that goes the same way may still have other terms. */
function worse(known: Extract<CaseVerdict, { kind: 'sameWay' }>, part: CaseVerdict): CaseVerdict {
  if (part.kind !== 'sameWay') return part;
  return { kind: 'sameWay', otherTerms: [...new Set([...known.otherTerms, ...part.otherTerms])], otherPerformers: [...new Set([...known.otherPerformers, ...part.otherPerformers])] };
}

function heldIn(superiors: readonly { readonly organisation: string; readonly roles: readonly string[] }[]): Holders {
  return new Map(superiors.map(({ organisation, roles }) => [organisation, new Set(roles)]));
}
