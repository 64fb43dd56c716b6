import { textIn, type Locale, type LocalizedText, type StateTone } from '@reglament/contracts';

const STATES: Readonly<Record<string, { readonly title: LocalizedText; readonly tone: StateTone }>> = {
  draft: { title: { ru: 'Проект', en: 'Draft' }, tone: 'neutral' },
  signed: { title: { ru: 'Подписан', en: 'Signed' }, tone: 'progress' },
  registered: { title: { ru: 'Зарегистрирован', en: 'Registered' }, tone: 'success' },
  amended: { title: { ru: 'Действует с изменениями', en: 'In force as amended' }, tone: 'progress' },
  superseded: { title: { ru: 'Утратил силу', en: 'Repealed' }, tone: 'stopped' },
  executed: { title: { ru: 'Исполнен', en: 'Executed' }, tone: 'success' },
  filed: { title: { ru: 'В деле', en: 'Filed' }, tone: 'success' },
  withdrawn: { title: { ru: 'Отозван', en: 'Withdrawn' }, tone: 'stopped' },
  annulled: { title: { ru: 'Аннулирован', en: 'Annulled' }, tone: 'stopped' },
};

/** The document's own state, which the operations on it move; the state of its case is another thing. */
export function documentState(key: string, locale: Locale): { readonly key: string; readonly title: string; readonly tone: StateTone } {
  const known = STATES[key];
  return { key, title: known ? textIn(known.title, locale) : key, tone: known?.tone ?? 'neutral' };
}
