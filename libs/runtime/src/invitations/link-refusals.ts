import type { RefusalAnswer } from '../answers/answer.js';

/** One sentence each, the same for every case: whoever holds a link that does not work learns nothing of what it was for. */
const refusal = (status: RefusalAnswer['status'], code: string, ru: string, en: string) => (): RefusalAnswer => ({ status, code, text: { ru, en } });

export const linkUnknown = refusal(404, 'linkUnknown', 'Ссылка не действует. Проверьте, что она скопирована целиком, или попросите прислать новую.', 'The link does not work. Check that it was copied whole, or ask for a new one.');
export const linkWithdrawn = refusal(410, 'linkWithdrawn', 'Эта ссылка отозвана. Попросите прислать новую.', 'This link was withdrawn. Ask for a new one.');
export const linkExpired = refusal(410, 'linkExpired', 'Срок действия ссылки истёк. Если ответ ещё нужен, попросите прислать новую.', 'The link has expired. If the answer is still wanted, ask for a new one.');
export const linkUsed = refusal(410, 'linkUsed', 'Ответ уже отправлен. Отправить его второй раз нельзя.', 'The answer has been sent already. It cannot be sent a second time.');
export const linkClosed = refusal(410, 'linkClosed', 'Ответ больше не нужен: задача закрыта.', 'The answer is not wanted any more: the task is closed.');
export const linkSessionOver = refusal(401, 'linkSessionOver', 'Сеанс окончен. Откройте ссылку ещё раз: введённое сохранено.', 'The session has ended. Open the link again: what was typed is kept.');
export const tooManyLinks = refusal(429, 'tooManyLinks', 'Слишком много попыток. Подождите 15 минут.', 'Too many attempts. Wait 15 minutes.');
