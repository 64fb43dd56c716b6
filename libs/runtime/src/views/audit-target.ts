import { textIn, type AuditTarget, type Locale, type LocalizedText } from '@reglament/contracts';
import type { AuditEntry } from '@reglament/store';

type Fact = Pick<AuditEntry, 'objectType' | 'objectId' | 'data'>;

/** Kinds of objects by the first part of their route: of a thing by its id, and of the whole list. `page`: the panel shows it. */
const KINDS: Readonly<Record<string, { readonly one: LocalizedText; readonly all: LocalizedText; readonly page: boolean }>> = {
  tasks: { one: { ru: 'задача', en: 'task' }, all: { ru: 'задачи', en: 'tasks' }, page: true },
  'process-instances': { one: { ru: 'дело', en: 'case' }, all: { ru: 'дела', en: 'cases' }, page: true },
  documents: { one: { ru: 'документ', en: 'document' }, all: { ru: 'документы', en: 'documents' }, page: true },
  people: { one: { ru: 'человек', en: 'person' }, all: { ru: 'люди', en: 'people' }, page: true },
  organisations: { one: { ru: 'организация', en: 'organisation' }, all: { ru: 'организации', en: 'organisations' }, page: false },
  substitutions: { one: { ru: 'замещение', en: 'substitution' }, all: { ru: 'замещения', en: 'substitutions' }, page: false },
  files: { one: { ru: 'файл', en: 'file' }, all: { ru: 'файлы', en: 'files' }, page: false },
  incidents: { one: { ru: 'сбой', en: 'failure' }, all: { ru: 'сбои', en: 'failures' }, page: false },
  mail: { one: { ru: 'письмо', en: 'mail' }, all: { ru: 'почта', en: 'mail' }, page: false },
  registries: { one: { ru: 'запись реестра', en: 'record of a registry' }, all: { ru: 'реестр', en: 'registry' }, page: false },
  journals: { one: { ru: 'журнал', en: 'journal' }, all: { ru: 'журналы', en: 'journals' }, page: false },
  'process-definitions': { one: { ru: 'процесс', en: 'process' }, all: { ru: 'процессы', en: 'processes' }, page: false },
  'form-definitions': { one: { ru: 'форма', en: 'form' }, all: { ru: 'формы', en: 'forms' }, page: false },
  audit: { one: { ru: 'журнал действий', en: 'action log' }, all: { ru: 'журнал действий', en: 'action log' }, page: false },
  clock: { one: { ru: 'часы', en: 'clock' }, all: { ru: 'часы', en: 'clock' }, page: false },
};

/** What was wanted, by the last part of the route; by the method where that says nothing. */
const DEEDS: Readonly<Record<string, LocalizedText>> = {
  complete: { ru: 'решение', en: 'decision' }, claim: { ru: 'взятие в работу', en: 'claiming' }, unclaim: { ru: 'возврат в общий список', en: 'giving back' }, delegate: { ru: 'передача другому', en: 'delegating' },
  approvers: { ru: 'добавление согласующего', en: 'adding an approver' }, draft: { ru: 'сохранение черновика', en: 'saving a draft' }, check: { ru: 'проверка', en: 'checking' }, cancel: { ru: 'прекращение', en: 'cancelling' },
  comments: { ru: 'комментарии', en: 'comments' }, files: { ru: 'файлы', en: 'files' }, history: { ru: 'история', en: 'history' }, diagram: { ru: 'схема', en: 'diagram' }, retry: { ru: 'повтор шага', en: 'retrying' },
  account: { ru: 'учётная запись', en: 'account' }, password: { ru: 'новый пароль', en: 'new password' }, roles: { ru: 'роли', en: 'roles' }, entries: { ru: 'записи', en: 'entries' },
};
const BY_METHOD: Readonly<Record<string, LocalizedText>> = {
  GET: { ru: 'просмотр', en: 'viewing' }, POST: { ru: 'добавление или действие', en: 'adding or acting' }, PUT: { ru: 'изменение', en: 'changing' }, DELETE: { ru: 'удаление', en: 'removal' },
};

/**
 * What was refused, in words: its kind, its own name where it is a party, and what was wanted of it. Titles of cases and documents are
 * left out: who reads the log need not be allowed to read them; the link opens under the reader's own rights.
 */
export function deniedTarget({ objectType, objectId, data }: Fact, locale: Locale, named: (reference: string) => string | null): AuditTarget | null {
  const [kind = '', ...rest] = objectType.split('/').filter((step) => step !== '' && step !== 'api' && step !== 'v1');
  const words = KINDS[kind];
  if (!words) return null;
  const last = rest.filter((step) => !step.startsWith(':')).pop() ?? '';
  const method = typeof data['method'] === 'string' ? data['method'] : '';
  const deed = DEEDS[last] ?? BY_METHOD[method];
  const party = objectId === null ? null : kind === 'people' ? named(`person:${objectId}`) : kind === 'organisations' ? named(`organisation:${objectId}`) : null;
  const thing = objectId === null ? textIn(words.all, locale) : `${textIn(words.one, locale)} ${party ?? `№ ${objectId.slice(0, 8)}`}`;
  return { title: deed ? `${thing} (${textIn(deed, locale)})` : thing, page: words.page && objectId !== null && /^[0-9a-f-]{36}$/.test(objectId) ? `/${kind}/${objectId}` : null };
}

/** The parties and their names that a refusal may have been about. */
export function deniedParty({ objectType, objectId }: Pick<AuditEntry, 'objectType' | 'objectId'>): string | null {
  if (objectId === null || !/^[0-9a-f-]{36}$/.test(objectId)) return null;
  return objectType.includes('/people/') ? `person:${objectId}` : objectType.includes('/organisations/') ? `organisation:${objectId}` : null;
}
