import type { ThrowEventTrigger } from '@reglament/contracts';
import type { CompiledMapping, Compiler } from '../compile/compiler.js';
import type { Draft } from '../draft.js';
import { compileMessage, sendMessage, type CompiledMessage } from './messages.js';

/** What a throwing or an ending event lets happen. */
export type CompiledThrow = { readonly type: 'message'; readonly message: CompiledMessage; readonly data: CompiledMapping };

type Thrown = Exclude<ThrowEventTrigger, { type: 'link' }>;

export function compileThrow(event: Thrown, compiler: Compiler, pointer: string): CompiledThrow {
  return { type: 'message', message: compileMessage(event, compiler, pointer), data: compiler.mapping(event.data, `${pointer}/data`) };
}

/** @param scope the sub-process activity in which the event stands. */
export function throwFrom(draft: Draft, node: string, scope: number | null, thrown: CompiledThrow): void {
  sendMessage(draft, node, scope, thrown.message, thrown.data);
}
