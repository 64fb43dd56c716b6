import type { LintCode, LintFinding } from '@reglament/contracts';
import { countOf, type PluralForms } from '../russian/plurals.js';

/** One line of the summary over all findings of a code. */
export interface LintSummaryLine {
  code: LintCode;
  severity: LintFinding['severity'];
  count: number;
  text: { ru: string; en: string };
}

interface Wording {
  ru: { forms: PluralForms; rest?: string };
  en: { one: string; many: string };
}

/** Codes that are told by their count; the others are told one by one. */
const counted: Partial<Record<LintCode, Wording>> = {
  'task-without-executor': { ru: { forms: ['поручение', 'поручения', 'поручений'], rest: 'без исполнителя' }, en: { one: 'task without an executor', many: 'tasks without an executor' } },
  'task-without-due': { ru: { forms: ['поручение', 'поручения', 'поручений'], rest: 'без срока' }, en: { one: 'task without a due date', many: 'tasks without a due date' } },
  'due-in-past': { ru: { forms: ['срок уже прошёл', 'срока уже прошли', 'сроков уже прошли'] }, en: { one: 'due date in the past', many: 'due dates in the past' } },
  'executor-not-bound': {
    ru: { forms: ['исполнитель назван в тексте, но не выбран', 'исполнителя названы в тексте, но не выбраны', 'исполнителей названы в тексте, но не выбраны'] },
    en: { one: 'executor named in the text but not chosen', many: 'executors named in the text but not chosen' },
  },
  'executor-not-in-staff': { ru: { forms: ['исполнителя нет в штате', 'исполнителей нет в штате', 'исполнителей нет в штате'] }, en: { one: 'executor not in the staff', many: 'executors not in the staff' } },
  'executor-dismissed': { ru: { forms: ['исполнитель уволен', 'исполнителя уволены', 'исполнителей уволены'] }, en: { one: 'executor has left', many: 'executors have left' } },
  'unresolved-placeholder': { ru: { forms: ['незаполненное место', 'незаполненных места', 'незаполненных мест'] }, en: { one: 'place not filled in', many: 'places not filled in' } },
  'empty-clause': { ru: { forms: ['пустой пункт', 'пустых пункта', 'пустых пунктов'] }, en: { one: 'empty clause', many: 'empty clauses' } },
  'basis-undated': { ru: { forms: ['основание', 'основания', 'оснований'], rest: 'без даты' }, en: { one: 'basis without a date', many: 'bases without a date' } },
  spacing: { ru: { forms: ['место', 'места', 'мест'], rest: 'с лишними пробелами' }, en: { one: 'place with wrong spaces', many: 'places with wrong spaces' } },
};

/** The findings in a few lines, as they stand: «Повтор номера 3.5», «6 поручений без исполнителя», «9 поручений без срока». */
export function summarise(findings: readonly LintFinding[]): LintSummaryLine[] {
  const byCode = group(findings);
  return [...byCode].flatMap(([code, same]) => summariseCode(code, same));
}

function summariseCode(code: LintCode, findings: readonly LintFinding[]): LintSummaryLine[] {
  const severity = findings[0]?.severity ?? 'warning';
  const count = findings.length;
  if (code === 'duplicate-number' || code === 'missing-number') return [{ code, severity, count, text: numbersText(code, findings) }];
  const wording = counted[code];
  if (wording === undefined) return findings.map((finding) => ({ code, severity, count: 1, text: finding.message }));
  const ru = countOf(count, wording.ru.forms) + (wording.ru.rest === undefined ? '' : ` ${wording.ru.rest}`);
  return [{ code, severity, count, text: { ru, en: `${count} ${count === 1 ? wording.en.one : wording.en.many}` } }];
}

function numbersText(code: 'duplicate-number' | 'missing-number', findings: readonly LintFinding[]): { ru: string; en: string } {
  const numbers = [...new Set(findings.map((finding) => (code === 'duplicate-number' ? finding.found : finding.expected.ru)))];
  const list = numbers.join(', ');
  const several = numbers.length > 1;
  return code === 'duplicate-number'
    ? { ru: `${several ? 'Повторы номеров' : 'Повтор номера'} ${list}`, en: `${several ? 'Repeated numbers' : 'Repeated number'} ${list}` }
    : { ru: `${several ? 'Пропущены номера' : 'Пропущен номер'} ${list}`, en: `${several ? 'Missing numbers' : 'Missing number'} ${list}` };
}

function group(findings: readonly LintFinding[]): Map<LintCode, LintFinding[]> {
  const groups = new Map<LintCode, LintFinding[]>();
  for (const finding of findings) {
    const known = groups.get(finding.code);
    if (known) known.push(finding);
    else groups.set(finding.code, [finding]);
  }
  return groups;
}
