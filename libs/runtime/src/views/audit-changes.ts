import { textIn, type AuditChange, type Locale, type LocalizedText } from '@reglament/contracts';
import type { AuditEntry } from '@reglament/store';

type Values = Readonly<Record<string, unknown>>;
type Fact = Pick<AuditEntry, 'action' | 'organisation' | 'data'>;

const LABELS: Readonly<Record<string, LocalizedText>> = {
  role: { ru: 'Роль', en: 'Role' }, organisation: { ru: 'Организация', en: 'Organisation' }, position: { ru: 'Должность', en: 'Position' }, account: { ru: 'Учётная запись', en: 'Account' },
  absent: { ru: 'Кого замещают', en: 'Who is absent' }, substitute: { ru: 'Кто замещает', en: 'Who stands in' }, from: { ru: 'С', en: 'From' }, to: { ru: 'По', en: 'To' }, parent: { ru: 'В составе', en: 'Part of' },
  package: { ru: 'Пакет', en: 'Package' }, timeZone: { ru: 'Часовой пояс', en: 'Time zone' }, calendar: { ru: 'Календарь', en: 'Calendar' }, at: { ru: 'Время', en: 'Time' }, code: { ru: 'Код сбоя', en: 'Code' }, node: { ru: 'Шаг', en: 'Step' },
};
const ACCOUNT: Readonly<Record<string, LocalizedText>> = { open: { ru: 'открыта', en: 'open' }, blocked: { ru: 'заблокирована', en: 'blocked' } };

/** What was before and after, as the record has it. Records of an earlier release hold the new values alone, without `old` and `new`. */
function sides({ action, organisation, data }: Fact): { readonly old: Values; readonly now: Values } {
  if (isValues(data['old']) || isValues(data['new'])) return { old: isValues(data['old']) ? data['old'] : {}, now: isValues(data['new']) ? data['new'] : {} };
  switch (action) {
    case 'role.given': return { old: {}, now: { organisation, ...data } };
    case 'role.taken': return { old: { organisation, ...data }, now: {} };
    case 'clock.moved': return { old: { at: data['from'] }, now: { at: data['to'] } };
    case 'incident.retried': return { old: {}, now: { node: data['node'], code: data['code'] } };
    default: return { old: {}, now: {} };
  }
}

/** References of the parties that the changes name, to be read for a whole page at once. */
export function partiesOfChanges(fact: Fact): readonly string[] {
  const { old, now } = sides(fact);
  return [old, now].flatMap((side) => Object.keys(side).flatMap((key) => referenceOf(side, key) ?? []));
}

/** Old and new, in words; values that stayed are left out. `zone`: of the reader, for moments. */
export function auditChanges(fact: Fact, { locale, zone, named }: { readonly locale: Locale; readonly zone: string; readonly named: (reference: string) => string | null }): readonly AuditChange[] {
  const { old, now } = sides(fact);
  const say = (side: Values, key: string): string | null => {
    const value = side[key];
    if (typeof value !== 'string' || value === '') return null;
    const reference = referenceOf(side, key);
    if (reference !== null) return named(reference) ?? '—';
    if (key === 'account') return textIn(ACCOUNT[value] ?? value, locale);
    if (key === 'at') return new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(new Date(value));
    return value.replace(/^(\d{4})-(\d{2})-(\d{2})$/u, '$3.$2.$1');
  };
  return Object.keys(LABELS).flatMap((key): readonly AuditChange[] => {
    const [from, to] = [say(old, key), say(now, key)];
    return from === to ? [] : [{ label: textIn(LABELS[key] ?? key, locale), from, to }];
  });
}

function referenceOf(side: Values, key: string): string | null {
  const value = side[key];
  if (typeof value !== 'string') return null;
  switch (key) {
    case 'absent': case 'substitute': return `person:${value}`;
    case 'organisation': case 'parent': return `organisation:${value}`;
    case 'role': case 'position': return typeof side['organisation'] === 'string' ? `${key}:${value}@${side['organisation']}` : null;
    default: return null;
  }
}

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
