import type { Command, Compiled, Json, OpenTimer } from '@reglament/engine';
import type { CaseRecording } from './case-recording.js';
import { match } from './match.js';
import { pastOf, timerTwin, type Past } from './past.js';
import { begin, carryOut, openTimers, stops, type Deviation, type Rerun } from './rerun.js';
import type { DryRunVerdict } from './verdict.js';

/** Fields of submitted data that a form of the draft would not take: JSON pointers, none where it takes them. */
export type FormJudge = (form: string, data: { readonly [field: string]: Json }, now: string) => readonly string[];

/** More terms than this after the record has ended tell nothing more. */
const MAX_OWN_TIMERS = 1_000;

/** What people do to a task without carrying it on: it changes no way. */
const WITHOUT_CONSEQUENCE: ReadonlySet<Command['type']> = new Set<Command['type']>(['claimTask', 'unclaimTask', 'delegateTask']);

/**
 * What would have become of a real case on a draft of its process. Everything that came from outside happens again as it was recorded:
 * answers of people with their data, of services, of called cases, messages, counts of parts; matched by node and entry, since ids differ.
 * What time does, the draft does itself: its timers fire when they are due by its own terms. An answer that comes before the draft asks for
 * it is given once it does. The first difference counts; who may do a step is not judged here.
 *
 * Pure; nothing is written or sent. The same version gives `sameWay` for every case.
 */
export function dryRun(draft: Compiled, recording: CaseRecording, judge: FormJudge = () => []): DryRunVerdict {
  const past = pastOf(recording);
  const { beginning } = recording;
  if (beginning.type === 'start' && beginning.input.data !== null) {
    const refused = judgedAt(draft, judge, beginning.input.startEvent ?? '', beginning.input.data, recording.steps[0]?.now ?? recording.until);
    if (refused) return refused;
  }
  const begun = begin(draft, recording, past);
  if ('deviation' in begun) return begun.deviation;
  const { rerun } = begun;
  for (const [step, { now, commands }] of recording.steps.entries()) {
    const deviation = letTimePass(rerun, now) ?? doStep(rerun, step, now, commands, judge);
    if (deviation) return deviation;
  }
  return letTimePass(rerun, recording.until) ?? letItEnd(rerun, judge) ?? compareEnds(rerun);
}

function doStep(rerun: Rerun, step: number, now: string, commands: readonly Command[], judge: FormJudge): Deviation {
  rerun.step = step;
  if (now > rerun.now) rerun.now = now;
  for (const command of commands) {
    const deviation = give(rerun, command, judge) ?? giveWhatWaited(rerun, judge);
    if (deviation) return deviation;
  }
  return null;
}

function give(rerun: Rerun, command: Command, judge: FormJudge): Deviation {
  const matched = match(rerun, command);
  if (matched.kind === 'moot' || rerun.instance.status !== 'active') return null;
  if (matched.kind === 'notYet') {
    if (!WITHOUT_CONSEQUENCE.has(command.type)) rerun.waiting.push(command);
    return null;
  }
  if (command.type === 'completeTask' && command.data !== null) {
    const refused = judgedAt(rerun.draft, judge, matched.node, command.data, rerun.now);
    if (refused) return refused;
  }
  const deviation = carryOut(rerun, matched.command, matched.node);
  return deviation?.kind === 'stops' && WITHOUT_CONSEQUENCE.has(command.type) ? null : deviation;
}

function giveWhatWaited(rerun: Rerun, judge: FormJudge): Deviation {
  for (let again = true; again && rerun.waiting.length > 0;) {
    const before = rerun.waiting.splice(0);
    for (const command of before) {
      const deviation = give(rerun, command, judge);
      if (deviation) return deviation;
    }
    again = rerun.waiting.length < before.length;
  }
  return null;
}

function judgedAt({ nodes }: Compiled, judge: FormJudge, node: string, data: { readonly [field: string]: Json }, now: string): Deviation {
  const at = nodes.get(node);
  const form = at === undefined ? null : 'human' in at ? at.human.form : at.type === 'startEvent' ? at.form : null;
  const fields = form === null ? [] : judge(form, data, now);
  return form !== null && fields.length > 0 ? stops(node, { type: 'formRefuses', form, fields }) : null;
}

/** Fires what the draft's own terms make due up to a moment; what the record fires too is left to the record. */
function letTimePass(rerun: Rerun, until: string): Deviation {
  for (let fired = 0; fired < MAX_OWN_TIMERS; fired++) {
    const timer = nextOwnTimer(rerun, until);
    if (!timer) return null;
    const deviation = fire(rerun, timer);
    if (deviation) return deviation;
  }
  return null;
}

/** A case that has ended in the record goes on until it has here too, or nothing is left that time could change. */
function letItEnd(rerun: Rerun, judge: FormJudge): Deviation {
  if (rerun.past.end.status === 'active') return giveWhatWaited(rerun, judge);
  rerun.step = Math.max(0, rerun.recording.steps.length - 1);
  for (let fired = 0; fired < MAX_OWN_TIMERS && rerun.instance.status === 'active'; fired++) {
    const waited = giveWhatWaited(rerun, judge);
    if (waited) return waited;
    const timer = nextOwnTimer(rerun, null);
    if (!timer) break;
    const deviation = fire(rerun, timer);
    if (deviation) return deviation;
  }
  return null;
}

function nextOwnTimer(rerun: Rerun, until: string | null): OpenTimer | undefined {
  return openTimers(rerun)
    .filter((timer) => (until === null || timer.at <= until) && isOwn(rerun, timer))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0];
}

/** The record has no such timer, or is past the step in which it was over there while it is still open here. */
function isOwn({ past, ledger, step }: Rerun, timer: OpenTimer): boolean {
  const entry = ledger.timers.get(timer.id);
  const end = entry && past.timerEnds.get(timerTwin(entry));
  if (end === undefined) return true;
  return end !== null && end <= step;
}

function fire(rerun: Rerun, timer: OpenTimer): Deviation {
  if (timer.at > rerun.now) rerun.now = timer.at;
  return carryOut(rerun, { type: 'fireTimer', timer: timer.id }, rerun.ledger.timers.get(timer.id)?.place.split('#', 1)[0] ?? '');
}

function compareEnds(rerun: Rerun): DryRunVerdict {
  const { past, ledger, instance, waiting } = rerun;
  for (const command of waiting) {
    const matched = match(rerun, command);
    if (matched.kind === 'notYet') return stops(matched.node, { type: 'notReached', waitsAt: standsAt(rerun) });
  }
  for (const [node, expected] of past.ledger.exits) {
    const missing = expected[ledger.exits.get(node)?.length ?? 0];
    if (missing !== undefined) return { kind: 'anotherWay', at: node, expected: { type: 'to', node: missing }, found: { type: 'to', node: null } };
  }
  const { status, result } = instance;
  if (status !== past.end.status || (status !== 'active' && result !== past.end.result)) {
    return { kind: 'anotherWay', at: standsAt(rerun)[0] ?? '', expected: past.end, found: { type: 'ended', status, result } };
  }
  return { kind: 'sameWay', ...otherTasks(past, rerun) };
}

function standsAt({ instance }: Rerun): readonly string[] {
  return [...new Set(instance.activities.filter(({ listening }) => listening !== true).map(({ node }) => node))];
}

function otherTasks({ ledger }: Past, rerun: Rerun): { readonly otherTerms: readonly string[]; readonly otherPerformers: readonly string[] } {
  const [terms, performers] = [new Set<string>(), new Set<string>()];
  for (const [place, then] of ledger.tasks) {
    const now = rerun.ledger.tasks.get(place);
    if (!now) continue;
    if (now.dueAt !== then.dueAt) terms.add(then.node);
    if (JSON.stringify(now.performers) !== JSON.stringify(then.performers)) performers.add(then.node);
  }
  return { otherTerms: [...terms], otherPerformers: [...performers] };
}
