import type { CatchEvent } from '@reglament/contracts';
import { leaveActivity, openActivity } from '../activities.js';
import type { NodeBase } from '../compile/compiled.js';
import type { Compiler } from '../compile/compiler.js';
import { takeGlobalId, writeVariables, type Draft } from '../draft.js';
import type { CompiledCondition } from '../expressions.js';
import { record } from '../facts.js';
import type { ActivityInstance, Json } from '../instance.js';
import { calendarOf } from '../organisations.js';
import { setBoundaryEvents } from '../parts/boundary.js';
import { awaitMessage, compileMessage, type CompiledMessage } from '../parts/messages.js';
import { awaitSignal } from '../parts/signals.js';
import { compileTerm, momentOf, type CompiledTerm } from '../parts/terms.js';
import { scopeAt } from '../scope.js';
import { addTimers } from '../timers.js';
import { moveToken, type Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

type Trigger =
  | { readonly type: 'timer'; readonly term: CompiledTerm | null }
  | { readonly type: 'message'; readonly message: CompiledMessage; readonly variable: string | null }
  | { readonly type: 'signal'; readonly name: string; readonly variable: string | null }
  | { readonly type: 'condition'; readonly condition: CompiledCondition }
  | { readonly type: 'link' };

export interface CompiledCatchEvent extends NodeBase<'catchEvent'> {
  readonly trigger: Trigger;
  readonly exit: Exit;
}

function compileTrigger(event: CatchEvent['event'], compiler: Compiler, pointer: string): Trigger {
  switch (event.type) {
    case 'timer': return { type: 'timer', term: compileTerm(event.after, compiler, `${pointer}/after`) };
    case 'message': return { type: 'message', message: compileMessage(event, compiler, pointer), variable: event.variable ?? null };
    case 'signal': return { type: 'signal', name: event.name, variable: event.variable ?? null };
    case 'condition': return { type: 'condition', condition: compiler.condition(event.condition, `${pointer}/condition`) };
    case 'link': return { type: 'link' };
  }
}

/** Waits: until a moment by the case's calendar, or for a message. A date that is empty is no wait at all. */
export const catchEvent: NodeType<'catchEvent', CompiledCatchEvent> = {
  type: 'catchEvent',

  exits: (key, node) => [onward(key, node.next)],

  compile: (key, node, compiler) => ({
    ...compileBase('catchEvent', key, node, compiler),
    trigger: compileTrigger(node.event, compiler, `/nodes/${key}/event`),
    exit: onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    if (node.trigger.type === 'link') {
      record(draft, 'nodeEntered', { node: node.key });
      return moveToken(draft, token, node.exit, path);
    }
    const activity = openActivity(draft, token);
    setBoundaryEvents(draft, activity, node.boundary);
    // Judged when everything that moves has come to rest.
    if (node.trigger.type === 'condition') return;
    if (node.trigger.type === 'signal') return awaitSignal(draft, activity.id, node.trigger.name, null);
    if (node.trigger.type === 'message') return awaitMessage(draft, activity.id, node.trigger.message, null);
    const moment = node.trigger.term && momentOf(draft, node.key, node.trigger.term, 'from', draft.context.now, calendarOf(draft, undefined, 'case'), scopeAt(draft, activity.id));
    if (!moment) return leaveActivity(draft, activity.id, node.exit);
    addTimers(draft, activity.id, [{ id: takeGlobalId(draft), kind: 'catch', ref: '', task: null, at: moment.at }]);
  },
};

export function eventCaught(draft: Draft, node: CompiledCatchEvent, activity: ActivityInstance, data: { readonly [name: string]: Json }): void {
  if ('variable' in node.trigger && node.trigger.variable !== null) writeVariables(draft, { [node.trigger.variable]: data }, activity.id);
  leaveActivity(draft, activity.id, node.exit);
}

export function momentCome(draft: Draft, node: CompiledCatchEvent, activity: ActivityInstance): void {
  leaveActivity(draft, activity.id, node.exit);
}
