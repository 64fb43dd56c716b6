import type { LocalizedText } from '@reglament/contracts';
import type { Right } from './right.js';

/** The words in which a decision is explained. Names of people and organisations are put in by whoever shows them: none here. */
export const REASONS = {
  assignee: { ru: 'Задача закреплена за вами.', en: 'The task is yours.' },
  performer: { ru: 'Вы входите в число исполнителей.', en: 'You are one of its performers.' },
  starter: { ru: 'Вы начали это дело.', en: 'You started this case.' },
  participant: { ru: 'Вы участвуете в этом деле.', en: 'You take part in this case.' },
  observer: { ru: 'Ваша роль наблюдает за такими делами.', en: 'Your role looks on at cases of this kind.' },
  canceller: { ru: 'Ваша роль может прекращать такие дела.', en: 'Your role may cancel cases of this kind.' },
  mayStart: { ru: 'Ваша роль может начинать такие дела.', en: 'Your role may start cases of this kind.' },
  documentParty: { ru: 'Документ касается вас.', en: 'The document concerns you.' },
  registryReader: { ru: 'Ваша роль читает этот реестр.', en: 'Your role reads this registry.' },
  permission: { ru: 'Это право даёт ваша роль.', en: 'Your role gives this right.' },
  asSubstitute: { ru: 'Вы замещаете отсутствующего сотрудника.', en: 'You stand in for an absent colleague.' },
  notVisible: { ru: 'Объект не найден.', en: 'Not found.' },
  noRight: { ru: 'Недостаточно прав: это действие не поручено ни вам, ни тем, кого вы замещаете.', en: 'You have no right to this: it is neither yours nor of anybody you stand in for.' },
  fourEyes: { ru: 'Вы уже действовали в этом деле: проверяет другой человек (правило «четырёх глаз»).', en: 'You have acted in this case already: somebody else has to check it (four-eyes rule).' },
  fourEyesSubstitute: { ru: 'Тот, кого вы замещаете, уже действовал в этом деле: проверяет другой человек.', en: 'The person you stand in for has acted in this case already: somebody else has to check it.' },
  claimedByOther: { ru: 'Задачу взял в работу другой исполнитель.', en: 'Another performer has claimed the task.' },
  notClaimed: { ru: 'Задача ни за кем не закреплена.', en: 'Nobody has claimed the task.' },
} as const satisfies Record<string, LocalizedText>;

export type ReasonKey = keyof typeof REASONS;

/** One reason, with the substitution named where the right comes through one. */
export function because(key: ReasonKey, right: Right): LocalizedText {
  if (right.kind === 'direct') return REASONS[key];
  return { ru: `${REASONS.asSubstitute.ru} ${REASONS[key].ru}`, en: `${REASONS.asSubstitute.en} ${REASONS[key].en}` };
}
