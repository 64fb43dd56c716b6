import type { DraftSaved } from '@reglament/contracts';
import { mergeDraft } from '@reglament/forms';
import type { FormLookups } from '../../../apps/admin/src/form-renderer/index.js';

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

const parties = [
  { reference: `person:${id(1)}`, title: 'Соколова Вера Ильинична', subtitle: 'методист' },
  { reference: `person:${id(2)}`, title: 'Орлов Пётр Ильич', subtitle: 'заместитель директора' },
  { reference: `organisation:${id(3)}`, title: 'Методический центр' },
];

const documents = [{ reference: `document:${id(4)}`, title: 'О плане работы', subtitle: '№ 56-ОД' }];

const after = <T>(value: T): Promise<T> => new Promise((resolve) => { setTimeout(() => resolve(value), 20); });
const matching = <T extends { readonly title: string }>(all: readonly T[], text: string) => all.filter(({ title }) => title.toLowerCase().includes(text.toLowerCase()));

/** A small world inside the page: the port that the panel fills with its API, filled with three parties and a document. */
export const galleryLookups: FormLookups = {
  searchParties: ({ text, types }) => after(matching(parties, text).filter(({ reference }) => types === null || types.some((type) => reference.startsWith(type)))),
  describeParties: (references) => after(parties.filter(({ reference }) => references.includes(reference))),
  searchDocuments: ({ text }) => after(matching(documents, text)),
  describeDocuments: (references) => after(documents.filter(({ reference }) => references.includes(reference))),
  uploadFile: (file, progress) => {
    progress(0.5);
    return after({ id: `file:${'ab'.repeat(32)}`, name: file.name, size: file.size });
  },
  fileUrl: (file) => `/files/${file}`,
  parseClauses: (text) => after({
    clauses: text.split('\n').filter((line) => line.trim() !== '').map((line) => {
      const [, number = '', words = line] = /^([\d.]+)\s+(.*)$/u.exec(line) ?? [];
      return { id: `p-${number}`, type: 'task', text: words, numberAsTyped: number };
    }),
    findings: [],
    summary: [],
  }),
};

/**
 * A server that has meanwhile heard from another device: its title has changed there. It answers when the test lets it, so that what is
 * typed while a draft is on its way can be looked at.
 */
export async function galleryDraft(data: Readonly<Record<string, unknown>>, base: Readonly<Record<string, unknown>>): Promise<DraftSaved> {
  const { merged, conflicts } = mergeDraft(base, data, { ...base, title: 'Заголовок с телефона' });
  document.body.dataset['saving'] = 'true';
  await new Promise((resolve) => { addEventListener('draft-answer', resolve, { once: true }); });
  delete document.body.dataset['saving'];
  return { etag: '"1"', savedAt: '2026-11-22T05:00:00Z', data: merged, conflicts };
}
