import type { EndEventTrigger, ThrowEventTrigger } from '@reglament/contracts';
import type { CompiledMapping, Compiler } from '../compile/compiler.js';
import type { Draft } from '../draft.js';
import { compileMessage, sendMessage, type CompiledMessage } from './messages.js';
import { throwError, throwEscalation } from './errors.js';
import { mapped } from './service.js';
import { compileTerm, type CompiledTerm } from './terms.js';
import { throwSignal } from './signals.js';

/** What a throwing or an ending event lets happen. */
export type CompiledThrow =
  | { readonly type: 'message'; readonly message: CompiledMessage; readonly data: CompiledMapping; readonly keepFor: CompiledTerm | null }
  | { readonly type: 'signal'; readonly name: string; readonly data: CompiledMapping }
  | { readonly type: 'error' | 'escalation'; readonly code: string; readonly data: CompiledMapping };


/** Null: nothing that goes to anybody. A link is a flow, compensation is work, the other two end a scope. */
export function compileThrow(event: ThrowEventTrigger | EndEventTrigger, compiler: Compiler, pointer: string): CompiledThrow | null {
  const data = compiler.mapping('data' in event ? event.data : undefined, `${pointer}/data`);
  switch (event.type) {
    case 'message': return { type: 'message', message: compileMessage(event, compiler, pointer), data, keepFor: event.keepFor === undefined ? null : compileTerm({ duration: event.keepFor }, compiler, `${pointer}/keepFor`) };
    case 'signal': return { type: 'signal', name: event.name, data };
    case 'error':
    case 'escalation': return { type: event.type, code: event.code, data };
    case 'link':
    case 'compensation':
    case 'terminate':
    case 'cancel': return null;
  }
}

/** @param scope the sub-process activity in which the event stands. */
export function throwFrom(draft: Draft, node: string, scope: number | null, thrown: CompiledThrow): void {
  switch (thrown.type) {
    case 'message': return sendMessage(draft, node, scope, thrown.message, thrown.data, thrown.keepFor);
    case 'signal': return throwSignal(draft, node, scope, thrown.name, thrown.data);
    case 'error': return throwError(draft, node, scope, { code: thrown.code, data: mapped(draft, thrown.data, scope) });
    case 'escalation': return throwEscalation(draft, node, scope, { code: thrown.code, data: mapped(draft, thrown.data, scope) });
  }
}
