import { moveState } from './move-state.js';

export const documentExecute = moveState({
  operation: 'execute', to: 'executed', from: ['registered', 'amended'],
  title: { ru: 'Отметить исполнение документа', en: 'Mark the document as executed' },
});
