import type { ProcessDefinition } from '@reglament/contracts';
import type { Compiled } from '@reglament/engine';
import type { CompiledForm } from '@reglament/forms';

export interface LiveForm { readonly key: string; readonly hash: string; readonly compiled: CompiledForm }

/** A definition ready to run, with everything that it was pinned to at publish. Immutable and found by content hash, so never stale. */
export interface LiveDefinition {
  readonly hash: string;
  readonly version: number;
  readonly definition: ProcessDefinition;
  readonly compiled: Compiled;
  readonly forms: ReadonlyMap<string, LiveForm>;
}
