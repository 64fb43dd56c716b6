import type { ActivityInstance, Compiled, Instance } from '@reglament/engine';

/** A code that no definition has: stands for all that a catcher without a code catches. */
export const ANY_CODE = 'any';

/** The codes that somebody around an activity would catch, were it to end with one: on its border, on that of what holds it, or listening there. */
export function caughtCodes(compiled: Compiled, instance: Instance, activity: ActivityInstance, type: 'error' | 'escalation'): readonly string[] {
  const codes = new Set<string>();
  const add = (event: object | undefined) => {
    if (event !== undefined && 'type' in event && event.type === type) codes.add('code' in event && typeof event.code === 'string' ? event.code : ANY_CODE);
  };
  let holder: ActivityInstance | undefined = activity;
  for (let scope: number | null = activity.scope; holder !== undefined;) {
    for (const { event } of compiled.nodes.get(holder.node)?.boundary ?? []) add(event);
    for (const { node, scope: place, listening } of instance.activities) {
      const listener = listening && place === scope ? compiled.nodes.get(node) : undefined;
      if (listener?.type === 'subProcess') add(listener.trigger?.event);
    }
    holder = scope === null ? undefined : instance.activities.find(({ id }) => id === scope);
    scope = holder?.scope ?? null;
  }
  return [...codes];
}
