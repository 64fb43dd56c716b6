import { canonicalJson, type FlowNode } from '@reglament/contracts';

type Parts = { readonly [name: string]: unknown };

/** Whether two parts of definitions say the same; undefined is what is not said. */
export function alike(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

function textOf(value: unknown): string {
  return value === undefined ? '' : canonicalJson(JSON.parse(JSON.stringify(value)));
}

/**
 * What of a node must be the same while a token is in it: what the snapshot and the world already hold of it cannot be put right
 * afterwards. Of a type that is not named here everything but its words, so that a new type is safe until somebody has thought about it.
 */
export function essentialsOf(node: FlowNode): unknown {
  const parts = node as unknown as Parts;
  const repeated = { forEach: repetitionOf(parts), loop: parts['loop'], compensate: parts['compensate'], events: otherEvents(parts) };
  switch (node.type) {
    case 'userTask': return repeated;
    case 'approvalTask': return { ...repeated, order: node.order };
    case 'documentTask': return { ...repeated, operation: node.operation, document: node.document };
    case 'serviceTask': return { ...repeated, handler: node.handler };
    case 'callActivity': return { ...repeated, process: node.process };
    case 'subProcess': return { ...repeated, trigger: node.event === undefined ? null : essentialsOfEvent(node.event), transaction: parts['transaction'] };
    case 'adHocSubProcess': return { ...repeated, ordering: parts['ordering'], begin: parts['begin'] };
    case 'catchEvent': return { ...repeated, event: essentialsOfEvent(node.event) };
    case 'parallelGateway': return null;
    default: return wordless(parts);
  }
}

/** Timers and messages are set anew where they have changed; what else may be waited for is not. */
function essentialsOfEvent(event: Parts): unknown {
  return REARRANGED.has(String(event['type'])) ? { type: event['type'] } : event;
}

const REARRANGED: ReadonlySet<string> = new Set(['timer', 'message', 'action']);

function otherEvents(parts: Parts): unknown {
  return eventsOn(parts).filter((event) => !REARRANGED.has(String(event['type']))).map(({ title: _, to: __, ...rest }) => rest);
}

function repetitionOf(parts: Parts): unknown {
  const forEach = parts['forEach'] as Parts | undefined;
  return forEach && { mode: forEach['mode'], as: forEach['as'] };
}

function wordless({ title: _, description: __, state: ___, ...rest }: Parts): unknown {
  return rest;
}

/** All that gives a node's open work its moments. */
export function termsOf(node: FlowNode): unknown {
  const parts = node as unknown as Parts;
  const own = parts['event'] as Parts | undefined;
  return {
    due: parts['due'], calendar: parts['due'] === undefined ? undefined : parts['calendar'], remind: parts['remind'], escalate: parts['escalate'],
    own: own?.['type'] === 'timer' ? timerOf(own) : undefined,
    on: Object.fromEntries(eventsOn(parts).filter((event) => event['type'] === 'timer').map((event) => [String(event['key']), timerOf(event)])),
  };
}

function timerOf(event: Parts): unknown {
  return { after: event['after'], repeat: event['repeat'] };
}

function eventsOn(parts: Parts): readonly Parts[] {
  return (parts['on'] ?? []) as readonly Parts[];
}
