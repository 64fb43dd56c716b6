/** What every peer's case is: as many human steps, as much text and such an answer as the bench's own. */
export const STEPS = 3;
export const TEXT = 'x'.repeat(500);
export const ANSWER = { outcome: 'done', data: { decision: 'agree', score: 80, note: 'ok'.repeat(20), day: '2026-11-20' } };
