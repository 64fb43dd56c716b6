import type { Condition, Performer, ValueExpression } from '@reglament/contracts';
import type { XmlElement } from '../xml/xml-element.js';
import { slugOf } from './keys.js';

/** What could not be said in the words of the format. */
export interface Untranslated { readonly problem: { readonly ru: string; readonly en: string } }

/** A script or a service as the machine is to perform it: what a `serviceTask` says beside its place in the flow. */
export interface ServiceWork { readonly handler: string; readonly input?: { readonly [name: string]: ValueExpression }; readonly output?: { readonly [name: string]: ValueExpression } }

/**
 * How a foreign file is to be read where BPMN leaves it open. Everything has a default that guesses nothing: conditions and values in
 * FEEL alone, scripts refused, tasks without a performer given to whoever started the case (and reported as such).
 */
export interface ImportOptions {
  /** `refuse`: an empty condition or term is refused. `draft`: it becomes one that never holds or comes, and is reported, so that a drawing can be finished here. */
  readonly incomplete?: 'refuse' | 'draft';
  readonly condition?: (text: string, language: string | null) => Condition | Untranslated;
  /** A number of items, a list: what a multi-instance activity is repeated for. */
  readonly value?: (text: string, language: string | null) => ValueExpression | Untranslated;
  readonly script?: (text: string, element: XmlElement) => ServiceWork | Untranslated;
  readonly service?: (implementation: string | null, element: XmlElement) => ServiceWork | Untranslated;
  /** Who performs a task that stands in these lanes, innermost last, with these resources named at it. */
  readonly performers?: (names: readonly string[], element: XmlElement) => readonly Performer[] | null;
  /** What waiter and sender of a message must agree in; a constant by default, so that everybody who waits for that name gets it. */
  readonly correlation?: (message: string) => ValueExpression;
  /** Variables that the definitions declare. */
  readonly variables?: { readonly [name: string]: { readonly type: string; readonly title: string } };
}

export type ResolvedOptions = Required<ImportOptions>;

export function resolveOptions(options: ImportOptions): ResolvedOptions {
  return {
    incomplete: 'refuse',
    condition: (text, language) => (isFeel(language) ? { feel: text } : onlyFeel(language)),
    value: (text, language) => (/^\d+$/.test(text) ? { value: Number(text) } : isFeel(language) ? { feel: text } : onlyFeel(language)),
    script: () => ({ problem: { ru: 'сценарий никто не выполняет: назовите обработчик', en: 'nobody runs the script: name a handler for it' } }),
    service: (implementation) => ({ handler: handlerName(implementation ?? 'service') }),
    performers: (names) => {
      const name = names.at(-1);
      return name === undefined ? null : [{ type: 'role', role: handlerName(name).replaceAll('.', '-') }];
    },
    correlation: (message) => ({ value: message }),
    variables: {},
    ...options,
  };
}

function isFeel(language: string | null): boolean {
  return language !== null && /feel/i.test(language);
}

function onlyFeel(language: string | null): Untranslated {
  return { problem: { ru: `выражение на языке ${language ?? 'без названия'}: читается только FEEL`, en: `an expression in ${language ?? 'a language that is not named'}: only FEEL is read` } };
}

function handlerName(text: string): string {
  return slugOf(text).slice(0, 56);
}
