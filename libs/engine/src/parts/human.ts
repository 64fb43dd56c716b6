import type { ApprovalTask, DocumentTask, LocalizedText, Outcome, UserTask } from '@reglament/contracts';
import type { CompiledMapping, Compiler } from '../compile/compiler.js';
import { FORM_LOCALS, RESULT_LOCALS } from '../compile/names.js';
import type { Json } from '../instance.js';
import { compileEscalations, compileReminders, type CompiledEscalation, type CompiledReminder } from './alarms.js';
import { compileInvites, type CompiledInvite } from './invitations.js';
import { compilePerformers, type CompiledPerformer } from './performers.js';
import { compileTerm, type CompiledTerm } from './terms.js';

/** What every node that gives work to people has. */
export interface CompiledHuman {
  readonly title: LocalizedText;
  readonly performers: readonly CompiledPerformer[];
  readonly invites: readonly CompiledInvite[];
  /** The performer expressions as data, for `Why`. */
  readonly performerExpressions: Json;
  readonly form: string | null;
  readonly variable: string | null;
  readonly prefill: CompiledMapping;
  readonly output: CompiledMapping;
  readonly due: CompiledTerm | null;
  readonly dueExpression: Json;
  readonly reminders: readonly CompiledReminder[];
  readonly escalations: readonly CompiledEscalation[];
  readonly calendar: 'performer' | 'case';
  readonly fourEyes: readonly string[];
  readonly priority: number;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export const DEFAULT_PRIORITY = 50;

export function compileHuman(node: UserTask | ApprovalTask | DocumentTask, compiler: Compiler, pointer: string): CompiledHuman {
  return {
    title: node.title,
    performers: compilePerformers(node.performers, compiler, `${pointer}/performers`),
    invites: compileInvites(node.performers, compiler, `${pointer}/performers`),
    performerExpressions: (node.performers ?? []) as Json,
    form: node.form ?? null,
    variable: node.variable ?? null,
    prefill: compiler.mapping(node.prefill, `${pointer}/prefill`),
    output: compiler.mapping(node.output, `${pointer}/output`, { ...FORM_LOCALS, ...RESULT_LOCALS }),
    due: compileTerm(node.due, compiler, `${pointer}/due`),
    dueExpression: (node.due ?? null) as Json,
    reminders: compileReminders(node.remind, compiler, `${pointer}/remind`),
    escalations: compileEscalations(node.escalate, compiler, `${pointer}/escalate`),
    calendar: node.calendar ?? 'performer',
    fourEyes: node.fourEyes ?? [],
    priority: node.priority ?? DEFAULT_PRIORITY,
    outcomes: new Map(Object.entries(node.outcomes ?? {}) as [string, Outcome][]),
  };
}
