import type { DocumentRow, Page, ParsedClauses, PartyView } from '@reglament/contracts';
import type { DocumentChoice, FormLookups, ParsedClauseList } from '../form-renderer/lookups.js';
import { api, API } from './http.js';
import { MAX_FILE_BYTES, uploadFile } from './upload.js';

const REFERENCE = 'document:';

const choice = ({ id, title, number, date, kindTitle }: DocumentRow): DocumentChoice => ({
  reference: REFERENCE + id, title, subtitle: [kindTitle, number ? `№ ${number}` : null, date].filter(Boolean).join(' · '),
});

/** The world that a form may ask: people and organisations, documents, files, pasted lists. */
export const formLookups: FormLookups = {
  searchParties: ({ text, types, role }, signal) =>
    api<readonly PartyView[]>('/parties', { query: { q: text, kinds: types?.join(','), role }, signal }),
  describeParties: (references) =>
    references.length === 0 ? Promise.resolve([]) : api<readonly PartyView[]>('/parties', { query: { references: references.join(',') } }),
  async searchDocuments({ text, kinds }, signal) {
    const page = await api<Page<DocumentRow>>('/documents', { query: { q: text, kind: kinds?.length === 1 ? kinds[0] : undefined, limit: 20 }, signal });
    return page.items.filter(({ kind }) => kinds === null || kinds.includes(kind)).map(choice);
  },
  async describeDocuments(references) {
    const found = await Promise.all(references.map((reference) =>
      api<DocumentRow>(`/documents/${encodeURIComponent(reference.slice(REFERENCE.length))}`).then(choice, () => null)));
    return found.filter((document) => document !== null);
  },
  maxFileBytes: MAX_FILE_BYTES,
  async uploadFile(file, progress, signal) {
    // A form's schema knows these parts of a file and refuses any other.
    const { id, name, size } = await uploadFile(file, progress, signal);
    return { id, name, size };
  },
  fileUrl: (id) => `${API}/files/${encodeURIComponent(id)}`,
  async parseClauses(text, data) {
    // What kind of document is being written stands in the form itself, where the form asks for it.
    const kind = typeof data['kind'] === 'string' ? data['kind'] : '';
    return (await api<ParsedClauses>('/documents/parse-clauses', { method: 'POST', body: { text, kind } })) as ParsedClauseList;
  },
};
