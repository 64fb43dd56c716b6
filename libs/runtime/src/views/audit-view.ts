import { permittedPaths } from '@reglament/access';
import { textIn, type AuditRow, type LocalizedText, type Page, type PageQuery, type PartyReference } from '@reglament/contracts';
import { listAudit as listStored, type AuditEntry } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { lexiconOf } from './lexicon.js';
import { callerSubject } from './subject-of.js';

const ACTIONS: Readonly<Record<string, LocalizedText>> = {
  'access.denied': { ru: 'Отказ в доступе', en: 'Access refused' },
  'session.opened': { ru: 'Вход', en: 'Sign-in' },
  'session.closed': { ru: 'Выход', en: 'Sign-out' },
  'person.added': { ru: 'Добавлен человек', en: 'Person added' },
  'account.opened': { ru: 'Открыта учётная запись', en: 'Account opened' },
  'account.blocked': { ru: 'Заблокирована учётная запись', en: 'Account blocked' },
  'account.unblocked': { ru: 'Разблокирована учётная запись', en: 'Account unblocked' },
  'password.reset': { ru: 'Выдан новый пароль', en: 'New password given' },
  'role.given': { ru: 'Дана роль', en: 'Role given' },
  'role.taken': { ru: 'Снята роль', en: 'Role taken away' },
  'organisation.added': { ru: 'Добавлена организация', en: 'Organisation added' },
  'package.loaded': { ru: 'Загружен пакет', en: 'Package loaded' },
  'clock.moved': { ru: 'Сдвинуто время (тест)', en: 'Clock moved (test)' },
  'substitution.added': { ru: 'Добавлено замещение', en: 'Substitution added' },
  'substitution.changed': { ru: 'Изменено замещение', en: 'Substitution changed' },
  'substitution.cancelled': { ru: 'Прекращено замещение', en: 'Substitution ended' },
};

/** Whom or what it was done to, where that has a name: the audit itself keeps ids alone. */
function named({ objectType, objectId }: Pick<AuditEntry, 'objectType' | 'objectId'>): PartyReference | null {
  return objectId !== null && (objectType === 'person' || objectType === 'organisation') ? `${objectType}:${objectId}` : null;
}

export async function listAudit(shell: Shell, caller: Caller, page: PageQuery): Promise<Answer<Page<AuditRow>>> {
  const subject = await callerSubject(shell, caller);
  const found = await listStored(shell.store, { paths: permittedPaths(subject, 'seeAudit') }, page);
  const lexicon = await lexiconOf(shell, caller.locale, { parties: found.items.flatMap((row) => [row.actor, named(row)]), organisations: [], definitions: [] });
  return ok({ ...found, items: found.items.map((row) => ({
    id: String(row.seq), at: row.at, actor: lexicon.partyOrNull(row.actor), action: row.action, object: row.objectId ?? row.objectType, text: [textIn(ACTIONS[row.action] ?? row.action, caller.locale), lexicon.partyOrNull(named(row))?.title].filter(Boolean).join(': '),
  })) });
}
