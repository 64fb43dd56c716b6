import { moveState } from './move-state.js';

/** The registered number is never reused or deleted: its journal entry becomes a visible void with the reason. */
export const documentAnnul = moveState({
  operation: 'annul', to: 'annulled', from: ['registered', 'executed', 'amended', 'filed'],
  title: { ru: 'Аннулировать документ', en: 'Annul the document' },
  also: async (document, _input, call, documents) => {
    if (document.registered) await documents.voidNumber(document.id, call.remark ?? '—');
  },
});
