import type { FormDefinition, FormRule } from '@reglament/contracts';

/** How far from today a date may be; JSON Schema has no word for it, so it is a check of the form. */
export const DATE_LIMITS = ['none', 'notPast', 'notFuture'] as const;
export type DateLimit = (typeof DATE_LIMITS)[number];

const keyOf = (path: string): string => `date-of-${path.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}`.slice(0, 64).replace(/-+$/u, '');
const isOwn = (rule: FormRule, path: string): boolean => rule.type === 'check' && rule.at === path && rule.key === keyOf(path);

export function dateLimitOf(form: FormDefinition, path: string): DateLimit {
  const rule = (form.rules ?? []).find((each) => isOwn(each, path));
  if (rule?.type !== 'check' || !('feel' in rule.must)) return 'none';
  return rule.must.feel.includes('>=') ? 'notPast' : 'notFuture';
}

export function withDateLimit(form: FormDefinition, path: string, limit: DateLimit): FormDefinition {
  const { rules, ...rest } = form;
  const others = (rules ?? []).filter((rule) => !isOwn(rule, path));
  const own: readonly FormRule[] = limit === 'none' ? [] : [{
    type: 'check', key: keyOf(path), at: path, must: { feel: `date(${path}) ${limit === 'notPast' ? '>=' : '<='} today()` },
    message: limit === 'notPast' ? { ru: 'Дата не может быть раньше сегодняшней', en: 'The date cannot be before today' } : { ru: 'Дата не может быть позже сегодняшней', en: 'The date cannot be after today' },
  }];
  const all = [...others, ...own];
  return all.length > 0 ? { ...rest, rules: all } : rest;
}
