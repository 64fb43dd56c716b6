import type { ProcessDefinition } from '@reglament/contracts';
import { flowsOf, incomingOf } from './graph.js';

/** Gateway → incoming flow → the nodes at which a token may still come by that flow without visiting the gateway before. */
export type Reaching = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** For the inclusive gateways with several incoming flows: with one there is nothing to wait for. */
export function reachingOf(definition: ProcessDefinition): Reaching {
  const reaching = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  const flows = flowsOf(definition);
  for (const [gateway, incoming] of incomingOf(definition)) {
    if (incoming.size < 2 || definition.nodes[gateway]?.type !== 'inclusiveGateway') continue;
    reaching.set(gateway, new Map([...incoming].map((via) => {
      const sources = flows.filter(({ exit }) => exit.to === gateway && exit.via === via).map(({ from }) => from);
      return [via, before(sources, gateway, flows)] as const;
    })));
  }
  return reaching;
}

function before(sources: readonly string[], gateway: string, flows: ReturnType<typeof flowsOf>): ReadonlySet<string> {
  const found = new Set(sources.filter((source) => source !== gateway));
  for (const node of found) for (const { from, exit } of flows) if (exit.to === node && from !== gateway) found.add(from);
  return found;
}
