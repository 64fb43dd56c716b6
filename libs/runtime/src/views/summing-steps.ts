import { textIn, type Locale } from '@reglament/contracts';
import { settingsIn, SUBMISSIONS_AGGREGATE, type JsonObject, type SummarySettings } from '@reglament/handlers';
import type { LiveDefinition } from '../definitions/live-definition.js';

export interface SummingStep { readonly node: string; readonly title: string; readonly settings: SummarySettings }

/** The steps of a case that sum answers. A part of a case has none: it has answered, and does not look at the others. */
export function summingSteps(live: LiveDefinition, scopeNode: string | null, locale: Locale): readonly SummingStep[] {
  if (scopeNode !== null) return [];
  return Object.entries(live.definition.nodes).flatMap(([node, given]) => {
    if (given.type !== 'serviceTask' || given.handler !== SUBMISSIONS_AGGREGATE) return [];
    const constants = Object.fromEntries(Object.entries(given.input ?? {}).flatMap(([name, value]) => ('value' in value ? [[name, value.value]] : [])));
    return [{ node, title: textIn(given.title, locale), settings: settingsIn(constants as JsonObject) }];
  });
}
