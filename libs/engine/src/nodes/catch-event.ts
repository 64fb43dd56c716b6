import { leaveActivity, openActivity } from '../activities.js';
import type { NodeBase } from '../compile/compiled.js';
import { takeGlobalId, writeVariables, type Draft } from '../draft.js';
import type { ActivityInstance, Json } from '../instance.js';
import { calendarOf } from '../organisations.js';
import { setBoundaryEvents } from '../parts/boundary.js';
import { awaitMessage, compileMessage, type CompiledMessage } from '../parts/messages.js';
import { compileTerm, momentOf, type CompiledTerm } from '../parts/terms.js';
import { scopeAt } from '../scope.js';
import { addTimers } from '../timers.js';
import type { Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

type Trigger =
  | { readonly type: 'timer'; readonly term: CompiledTerm | null }
  | { readonly type: 'message'; readonly message: CompiledMessage; readonly variable: string | null };

export interface CompiledCatchEvent extends NodeBase<'catchEvent'> {
  readonly trigger: Trigger;
  readonly exit: Exit;
}

/** Waits: until a moment by the case's calendar, or for a message. A date that is empty is no wait at all. */
export const catchEvent: NodeType<'catchEvent', CompiledCatchEvent> = {
  type: 'catchEvent',

  exits: (key, node) => [onward(key, node.next)],

  compile: (key, node, compiler) => ({
    ...compileBase('catchEvent', key, node, compiler),
    trigger: node.event.type === 'timer'
      ? { type: 'timer', term: compileTerm(node.event.after, compiler, `/nodes/${key}/event/after`) }
      : { type: 'message', message: compileMessage(node.event, compiler, `/nodes/${key}/event`), variable: node.event.variable ?? null },
    exit: onward(key, node.next),
  }),

  enter(draft, node, token) {
    const activity = openActivity(draft, token);
    setBoundaryEvents(draft, activity, node.boundary);
    if (node.trigger.type === 'message') return awaitMessage(draft, activity.id, node.trigger.message, null);
    const moment = node.trigger.term && momentOf(draft, node.key, node.trigger.term, 'from', draft.context.now, calendarOf(draft, undefined, 'case'), scopeAt(draft, activity.id));
    if (!moment) return leaveActivity(draft, activity.id, node.exit);
    addTimers(draft, activity.id, [{ id: takeGlobalId(draft), kind: 'catch', ref: '', task: null, at: moment.at }]);
  },
};

export function messageCaught(draft: Draft, node: CompiledCatchEvent, activity: ActivityInstance, data: { readonly [name: string]: Json }): void {
  if (node.trigger.type === 'message' && node.trigger.variable !== null) writeVariables(draft, { [node.trigger.variable]: data });
  leaveActivity(draft, activity.id, node.exit);
}

export function momentCome(draft: Draft, node: CompiledCatchEvent, activity: ActivityInstance): void {
  leaveActivity(draft, activity.id, node.exit);
}
