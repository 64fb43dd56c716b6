import { textIn, type Locale } from '@reglament/contracts';
import { fieldPathOf, type CompiledForm } from '@reglament/forms';
import { messagesOf } from './form-context.js';

/** The name of a place as people know it, with its row or clause: «Расходы, запись 3 · Цена», «Пункт 1.2 · Срок». */
export function placeLabel(form: CompiledForm, pointer: string, locale: Locale): string {
  const messages = messagesOf(locale);
  const tokens = pointer.split('/').slice(1);
  const parts: string[] = [];
  for (let end = 1; end <= tokens.length; end += 1) {
    const token = tokens[end - 1] ?? '';
    const field = form.fields.get(fieldPathOf(`/${tokens.slice(0, end).join('/')}`));
    if (field?.widget === 'clauseTree') return clauseLabel(tokens.slice(end), field.label === undefined ? '' : textIn(field.label, locale), locale);
    if (/^\d+$/u.test(token) && parts.length > 0) parts[parts.length - 1] = messages.rowOf(parts.at(-1) ?? '', Number(token) + 1);
    else if (field?.label !== undefined) parts.push(textIn(field.label, locale));
  }
  return parts.join(' · ');
}

function clauseLabel(rest: readonly string[], tree: string, locale: Locale): string {
  const { clause } = messagesOf(locale);
  const number = rest.filter((token) => /^\d+$/u.test(token)).map((token) => Number(token) + 1).join('.');
  if (number === '') return tree;
  const names: Readonly<Record<string, string>> = {
    text: clause.text, type: clause.type, executor: clause.executor, due: clause.due, dueMode: clause.dueMode, period: clause.period,
    resultKind: clause.result, controller: clause.controller,
  };
  const part = names[rest.at(-1) ?? ''];
  return part === undefined ? clause.number(number) : `${clause.number(number)} · ${part}`;
}
