import { moveState } from './move-state.js';

/** Only before registration: a number once taken is annulled, never withdrawn. */
export const documentWithdraw = moveState({
  operation: 'withdraw', to: 'withdrawn', from: ['draft', 'signed'],
  title: { ru: 'Отозвать документ', en: 'Withdraw the document' },
});
