import { isWithin } from '@reglament/access';
import { tellVerdict } from '@reglament/analysis';
import type { ProcessDefinition } from '@reglament/contracts';
import { recordedCaseRows, type RecordedCaseFilter, type RecordedCaseRow, type Store } from '@reglament/store';
import type { DefinitionCache } from '../definitions/definition-cache.js';
import { createCaseDryRun, type CaseVerdict } from './dry-run-cases.js';
import type { PreparedDraft } from './prepare-draft.js';

export interface DryRunCase extends RecordedCaseRow { readonly verdict: CaseVerdict; readonly told: { readonly ru: string; readonly en: string } }

export interface DryRunCounts { readonly sameWay: number; readonly anotherWay: number; readonly stops: number; readonly cannotTell: number }

export interface DryRunPage {
  readonly cases: readonly DryRunCase[];
  readonly counts: DryRunCounts;
  /** Of all that fit, capped at 1000. */
  readonly total: number;
  readonly endCursor: string | null;
}

/** So many cases are run again at once. */
const PAGE = 100;

/** Runs a page of cases again on a draft: no more than 100, with the cursor of the next page. Writes nothing. */
export async function dryRunPage(store: Store, definitions: DefinitionCache, draft: PreparedDraft, filter: RecordedCaseFilter, { now, after, limit = PAGE }: { readonly now: string; readonly after?: string; readonly limit?: number }): Promise<DryRunPage> {
  const page = await recordedCaseRows(store, filter, { limit: Math.min(limit, PAGE), ...(after !== undefined && { after }) });
  const run = await createCaseDryRun(store, definitions, draft, now);
  const verdicts = await run(page.items.map(({ id }) => id));
  const cases = page.items.map((row): DryRunCase => {
    const verdict = verdicts.get(row.id) ?? { kind: 'cannotTell', why: 'gone' };
    return { ...row, verdict, told: told(draft.compiled.definition, verdict) };
  });
  return { cases, counts: countsOf(cases), total: page.total, endCursor: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null };
}

export function countsOf(cases: readonly Pick<DryRunCase, 'verdict'>[]): DryRunCounts {
  const of = (kind: CaseVerdict['kind']): number => cases.filter(({ verdict }) => verdict.kind === kind).length;
  return { sameWay: of('sameWay'), anotherWay: of('anotherWay'), stops: of('stops'), cannotTell: of('cannotTell') };
}

/** Where a person may look: the wished organisation if it lies there, else everywhere they may. */
export function pathsWithin(permitted: readonly string[], wished: string | undefined): readonly string[] {
  if (wished === undefined) return permitted;
  return permitted.some((path) => isWithin(wished, path)) ? [wished] : permitted.filter((path) => isWithin(path, wished));
}

function told(definition: ProcessDefinition, verdict: CaseVerdict): DryRunCase['told'] {
  if (verdict.kind !== 'cannotTell') return tellVerdict(definition, verdict);
  if (verdict.why === 'erased') return { ru: 'Нельзя сказать: данные стёрты', en: 'It cannot be told: the data were erased' };
  if (verdict.why === 'changedByHand') return { ru: 'Нельзя сказать: дело переносили или поправляли вручную', en: 'It cannot be told: the case was moved or corrected by hand' };
  return { ru: `Нельзя сказать: ${verdict.why}`, en: `It cannot be told: ${verdict.why}` };
}
