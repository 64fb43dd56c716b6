import type { RespondentView, SummaryAnswer, SummaryVersion, SummaryView } from '@reglament/contracts';
import { coverageOf, respondentsOf, rowsIn, type Respondent, type SummarySettings, type SummarySource } from '@reglament/handlers';
import { percentOf } from '@reglament/forms';
import { answersOfParts, submissionData, summariesOf, type PartAnswer, type SummaryRecord } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { readableCase, type ReadableCase } from './instance-view.js';
import { lexiconOf, type Lexicon } from './lexicon.js';
import { summingSteps, type SummingStep } from './summing-steps.js';

const MOST = 1_000;

/** Who has answered, and what all answers sum up to, version by version. */
export async function viewSummaries(shell: Shell, caller: Caller, id: string): Promise<Answer<readonly SummaryView[]>> {
  const readable = await readableCase(shell, caller, id);
  if (!readable.ok) return readable;
  const steps = summingSteps(readable.value.live, readable.value.loaded.snapshot.scopeNode, caller.locale);
  const kept = steps.length === 0 ? [] : await summariesOf(shell.store, id);
  return ok(await Promise.all(steps.map((step) => viewOf(shell, caller, readable.value, step, kept.filter(({ node }) => node === step.node)))));
}

async function viewOf(shell: Shell, caller: Caller, { loaded, live }: ReadableCase, { node, title, settings }: SummingStep, kept: readonly SummaryRecord[]): Promise<SummaryView> {
  const { nodes, from, who } = settings;
  const parts = await answersOfParts(shell.store, { parent: loaded.snapshot.id, nodes, from, who, withData: false });
  const respondents = respondentsOf(parts, settings);
  const shown = respondents.slice(0, MOST);
  const lexicon = await lexiconOf(shell, caller.locale, { parties: shown.map((each) => each.who), organisations: [], definitions: [live.hash] });
  const { absent: _absent, ...coverage } = coverageOf(respondents);
  const byId = new Map(parts.map((part) => [part.part, part]));
  const now = shell.clock.now();
  return { node, title, coverage, respondents: shown.map((each) => respondentView(each, byId.get(each.latest.part), lexicon, live.hash, now)), versions: kept.map(versionOf) };
}

function respondentView({ who, state, latest }: Respondent, part: PartAnswer | undefined, lexicon: Lexicon, hash: string, now: string): RespondentView {
  const at = latest.status === 'active' && part ? lexicon.state(hash, part.state) : null;
  const dueAt = part?.dueAt ?? null;
  return { who: lexicon.party(who), state, at: at && { title: at.title, tone: at.tone }, part: latest.part, dueAt, overdue: latest.status === 'active' && dueAt !== null && dueAt < now };
}

function versionOf({ version, at, reason, data }: SummaryRecord): SummaryVersion {
  const { coverage, indicators } = data as Pick<SummaryVersion, 'coverage' | 'indicators'>;
  return { version, at, reason, coverage, indicators };
}

export interface SummaryCell { readonly instance: string; readonly node: string; readonly version: number; readonly code: string }

/** The answers behind one figure of one version, as they were when it was summed. An answer that was erased is left out. */
export async function viewSummaryAnswers(shell: Shell, caller: Caller, { instance, node, version, code }: SummaryCell): Promise<Answer<readonly SummaryAnswer[]>> {
  const readable = await readableCase(shell, caller, instance);
  if (!readable.ok) return readable;
  const step = summingSteps(readable.value.live, readable.value.loaded.snapshot.scopeNode, caller.locale).find((each) => each.node === node);
  const kept = step && (await summariesOf(shell.store, instance)).find((each) => each.node === node && each.version === version);
  if (!step || !kept) return refuse(notFound());
  const sources = (kept.sources as readonly SummarySource[]).filter(({ submission }) => submission !== null).slice(0, MOST);
  const [data, lexicon] = await Promise.all([
    submissionData(shell.store, sources.map(({ submission }) => submission ?? '')),
    lexiconOf(shell, caller.locale, { parties: sources.map(({ who }) => who), organisations: [], definitions: [] }),
  ]);
  return ok(sources.flatMap((source) => {
    const row = rowsIn(data.get(source.submission ?? '') ?? null, step.settings.rows).find((each) => each[step.settings.fields.code] === code);
    return row ? [answerView(source, row, step.settings, lexicon)] : [];
  }));
}

function answerView({ who, part, state }: SummarySource, row: Readonly<Record<string, unknown>>, { fields }: SummarySettings, lexicon: Lexicon): SummaryAnswer {
  const number = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
  const [numerator, denominator] = [number(fields.numerator), number(fields.denominator)];
  const value = [row[fields.number], row[fields.flag], row[fields.choice], row[fields.text]].find((each) => typeof each === 'string' || typeof each === 'number');
  return {
    who: lexicon.party(who), part, late: state === 'late', notApplicable: row[fields.notApplicable] === true, numerator, denominator,
    percent: numerator === null || denominator === null ? null : percentOf(numerator, denominator), min: number(fields.min), max: number(fields.max),
    value: (value as string | number | undefined) ?? null, comment: typeof row['comment'] === 'string' ? row['comment'] : null,
  };
}
