import type { StructuredKind, LintCode, LintFinding } from '@reglament/contracts';

/** Errors block approval, warnings need a reason. A document kind may set single codes otherwise, or switch them off. */
export const DEFAULT_SEVERITIES: Record<LintCode, LintFinding['severity']> = {
  'duplicate-number': 'error',
  'missing-number': 'error',
  'task-without-executor': 'error',
  'executor-not-bound': 'error',
  'executor-not-in-staff': 'error',
  'executor-dismissed': 'error',
  'task-without-due': 'error',
  'due-in-past': 'error',
  'basis-missing': 'error',
  'basis-undated': 'warning',
  'basis-after-document': 'error',
  'unresolved-placeholder': 'error',
  'attachment-absent': 'error',
  'attachment-not-named': 'warning',
  'control-clause-absent': 'error',
  'control-clause-not-last': 'warning',
  'duplicate-paragraph': 'error',
  'title-form': 'error',
  'requisite-missing': 'error',
  'operative-word-absent': 'warning',
  'stamp-hybrid': 'warning',
  spacing: 'warning',
  'empty-clause': 'error',
  'unknown-clause-type': 'error',
};

export function severityOf(code: LintCode, kind: StructuredKind): LintFinding['severity'] | 'off' {
  return kind.lint?.[code] ?? DEFAULT_SEVERITIES[code];
}
