/** Whom or when a clause's own words name. Never applied by the importer: a person confirms each. */
export type ClauseSuggestion =
  | { type: 'executor'; clauseId: string; text: string; surname?: string; initials?: string }
  | { type: 'due'; clauseId: string; text: string; due: string; inclusiveStated: boolean }
  | { type: 'due-mode'; clauseId: string; text: string; dueMode: 'constant' | 'until-cancelled' };
