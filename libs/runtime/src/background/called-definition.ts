import type { Compiled } from '@reglament/engine';
import type { LoadedInstance } from '@reglament/store';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';

/** What a call activity calls: its definition, and where it begins there. */
export interface Called { readonly live: LiveDefinition; readonly startEvent: string | null }

/** Null where the node is no call: then its children run in the definition of their parent. @throws Error when the process is not there. */
export async function calledBy(shell: Shell, compiled: Compiled, parent: LoadedInstance, node: string): Promise<Called | null> {
  const call = compiled.nodes.get(node);
  if (call?.type !== 'callActivity') return null;
  const pinned = call.pin === null ? undefined : compiled.calls.get(call.pin);
  if (pinned !== undefined) return { live: await shell.definitions.get(pinned), startEvent: call.startEvent };
  if (call.pin !== null && call.pin !== call.process) throw new Error(`there is no version ${call.pin} that ${node} calls`);
  const current = await shell.definitions.current(call.process, parent.organisation.id);
  if (!current) throw new Error(`there is no process ${call.process} that ${node} calls`);
  return { live: current.live, startEvent: call.startEvent };
}
