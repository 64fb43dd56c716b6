import { textIn, type Locale, type LocalizedText } from '@reglament/contracts';
import type { Effect, StuckJoin } from '@reglament/engine';
import type { LiveDefinition } from '../definitions/live-definition.js';

/** What a change would ask of the world, in words: work given and taken away, services, parts, notices. */
export function effectSentences(live: LiveDefinition, effects: readonly Effect[], locale: Locale): readonly string[] {
  const opened = new Set(effects.flatMap((effect) => (effect.type === 'openTask' ? [effect.task.id] : [])));
  const said = new Set<string>();
  for (const effect of effects) {
    const sentence = sentenceOf(live, effect, opened);
    if (sentence) said.add(textIn(sentence, locale));
  }
  return [...said];
}

function sentenceOf(live: LiveDefinition, effect: Effect, opened: ReadonlySet<string>): LocalizedText | null {
  switch (effect.type) {
    case 'closeTask': return opened.has(effect.task) ? null : about(live, effect.node, 'Снимается задача', 'The task is withdrawn:');
    case 'openTask': return about(live, effect.node, 'Ставится задача', 'A task is given:');
    case 'callService': return about(live, effect.node, 'Выполняется системой', 'Done by the system:');
    case 'cancelService': return { ru: 'Останавливается шаг, который выполняет система', en: 'A step that the system does is stopped' };
    case 'startChildren': return about(live, effect.node, `Начинаются части (${effect.items.length})`, `Parts are begun (${effect.items.length}):`);
    case 'cancelChildren': return { ru: 'Прекращаются незавершённые части', en: 'Parts that have not ended are cancelled' };
    case 'sendMessage': return { ru: 'Отправляется сообщение другим делам', en: 'A message goes to other cases' };
    case 'invite': return about(live, effect.node, 'Рассылаются личные ссылки', 'Personal links are sent:');
    case 'history': return effect.fact.kind === 'instanceCompleted' ? { ru: 'Дело завершается', en: 'The case is completed' } : null;
    default: return null;
  }
}

function about(live: LiveDefinition, node: string, ru: string, en: string): LocalizedText {
  const title = live.definition.nodes[node]?.title ?? node;
  return { ru: `${ru} «${textIn(title, 'ru')}»`, en: `${en} “${textIn(title, 'en')}”` };
}

/** A join that nothing can reach any more, by its missing steps. */
export function stuckSentence(live: LiveDefinition, { node, missing }: StuckJoin, locale: Locale): string {
  const titleOf = (key: string): string => textIn(live.definition.nodes[key]?.title ?? key, locale);
  const from = missing.map((via) => titleOf(via.split('/')[0] ?? via)).join(', ');
  const name = live.definition.nodes[node]?.title ? ` «${titleOf(node)}»` : '';
  return locale === 'ru' ? `Слияние${name} будет ждать напрасно: не придёт ${from}. Начните недостающий шаг или сам шаг слияния.` : `The join${name} would wait in vain: nothing will come from ${from}. Start what is missing, or the join itself.`;
}
