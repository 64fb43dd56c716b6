import { moveState } from './move-state.js';

export const documentFile = moveState({
  operation: 'file', to: 'filed', from: ['registered', 'executed', 'amended', 'superseded'],
  title: { ru: 'Списать документ в дело', en: 'File the document' },
  also: async (document, input, _call, documents) => {
    const index = input['caseIndex'];
    await documents.fileUnder(document.id, typeof index === 'string' && index !== '' ? index : null);
  },
});
