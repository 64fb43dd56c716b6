import { contentHash, type DecisionTable, type FormDefinition, type ProcessDefinition } from '@reglament/contracts';
import { compile, problemsOf, type Compiled, type DefinitionProblem, type PinnedDecision } from '@reglament/engine';
import { compileDecisionTable } from '@reglament/expressions';
import { compileForm } from '@reglament/forms';
import type { CheckRegistry, HandlerRegistry } from '@reglament/handlers';
import type { Store } from '@reglament/store';
import type { DefinitionCache } from '../definitions/definition-cache.js';
import { loadDecisions } from '../definitions/load-decisions.js';
import type { LiveForm } from '../definitions/live-definition.js';
import { decisionsOf, formsOf, pinsOf } from '../packages/pins-of.js';

/** A version that is not published: its definition with the forms and tables that come with it. Others are the current ones. */
export interface DraftVersion {
  readonly definition: unknown;
  readonly forms?: ReadonlyMap<string, FormDefinition>;
  readonly decisions?: ReadonlyMap<string, DecisionTable>;
}

export interface PreparedDraft { readonly compiled: Compiled; readonly forms: ReadonlyMap<string, LiveForm> }

export interface DraftSurroundings {
  readonly store: Store;
  readonly definitions: DefinitionCache;
  readonly handlers: HandlerRegistry;
  readonly checks: CheckRegistry;
  /** Whose forms, tables and called processes a draft refers to. */
  readonly organisation: string;
}

/** Makes a draft ready to run cases on, or says what is wrong with it. Publishes nothing. */
export async function prepareDraft({ store, definitions, handlers, checks, organisation }: DraftSurroundings, draft: DraftVersion): Promise<PreparedDraft | { readonly problems: readonly DefinitionProblem[] }> {
  const misshapen = problemsOf(draft.definition, {}, '').filter(({ severity, code }) => severity === 'error' && code.startsWith('definition.'));
  if (misshapen.length > 0) return { problems: misshapen };
  const definition = draft.definition as ProcessDefinition;
  const pins = await pinsOf(store, organisation, definition);
  const own = new Map([...(draft.forms ?? [])].map(([key, form]) => [key, { key, hash: contentHash(form), compiled: compileForm(form) }]));
  const forms = new Map<string, LiveForm>();
  for (const key of formsOf(definition)) {
    const current = pins.forms[key];
    const form = own.get(key) ?? (current ? await definitions.form(current) : undefined);
    if (form) forms.set(key, form);
  }
  const resources = {
    hash: contentHash({ definition, forms: Object.fromEntries([...forms].map(([key, { hash }]) => [key, hash])) }),
    forms: new Map([...forms].map(([key, { hash }]) => [key, hash])), calls: new Map(Object.entries(pins.calls ?? {})), decisions: await decisionsFor(store, definition, draft, pins.decisions ?? {}),
    handlers: new Set(handlers.types), checks: new Set(checks.types),
  };
  const problems = problemsOf(definition, resources, '').filter(({ severity }) => severity === 'error');
  return problems.length > 0 ? { problems } : { compiled: compile(definition, resources), forms };
}

async function decisionsFor(store: Store, definition: ProcessDefinition, draft: DraftVersion, current: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, PinnedDecision>> {
  const published = await loadDecisions(store, Object.fromEntries(Object.entries(current).filter(([key, hash]) => hash !== '' && draft.decisions?.has(key) !== true)));
  const own = decisionsOf(definition).flatMap((key) => {
    const table = draft.decisions?.get(key);
    const compiled = table && compileDecisionTable(table);
    return compiled?.kind === 'compiled' ? [[key, { hash: contentHash(table), compiled }] as const] : [];
  });
  return new Map([...published, ...own]);
}
