import type { DocumentClause } from '@reglament/contracts';

/** What a clause says itself or takes from the nearest clause above it («2. Директорам школ: 2.1. Обеспечить …»). */
export interface EffectiveClause {
  executor?: string;
  executorAsTyped?: string;
  due?: string;
  dueMode: NonNullable<DocumentClause['dueMode']>;
  period?: string;
}

/** @param ancestors from the outermost to the parent. A clause's own executor, bound or typed, hides the one above. */
export function effectiveClause(clause: DocumentClause, ancestors: readonly DocumentClause[]): EffectiveClause {
  const fromInside = [clause, ...[...ancestors].reverse()];
  const withExecutor = fromInside.find((c) => c.executor !== undefined || c.executorAsTyped !== undefined);
  const withTerm = fromInside.find((c) => c.due !== undefined || (c.dueMode !== undefined && c.dueMode !== 'date'));
  return {
    ...(withExecutor?.executor !== undefined && { executor: withExecutor.executor }),
    ...(withExecutor?.executorAsTyped !== undefined && { executorAsTyped: withExecutor.executorAsTyped }),
    ...(withTerm?.due !== undefined && { due: withTerm.due }),
    dueMode: withTerm?.dueMode ?? 'date',
    ...(withTerm?.period !== undefined && { period: withTerm.period }),
  };
}
