import type { PartyReference } from '@reglament/contracts';
import { advance, type Command, type Compiled, type Context, type Effect, type Instance } from '@reglament/engine';
import type { FollowUp, HandlerPorts, HandlerRegistry, ServiceCall } from '@reglament/handlers';
import { endOfService, refusedEnd } from '../services/end-of-service.js';
import { runHandler } from '../services/run-handler.js';

export interface Step { readonly instance: Instance; readonly effects: readonly Effect[] }
export interface ServedStep extends Step {
  /** Whom handlers told something: their screens look again after the commit. */
  readonly told: readonly PartyReference[];
  readonly followUps: readonly FollowUp[];
  /** The results that were brought back, as the commands that did it. */
  readonly commands: readonly Command[];
}

/** A handler that ran inside a completion's transaction threw: the completion is written without it, and the queue tries it again. */
export class ServiceFailed extends Error {
  constructor(readonly activity: number, override readonly cause: unknown) {
    super(`the service of activity ${activity} failed inside a completion`);
    this.name = 'ServiceFailed';
  }
}

/** Services one after another in one commit; more than this is a circle of service tasks, and the queue takes it from there. */
const MAX_SERVICES = 50;

type CallService = Extract<Effect, { type: 'callService' }>;

/** The next service that may run inside the transaction: transactional, not answered or cancelled yet, and not put off. */
export function nextTransactional(step: Step, handlers: HandlerRegistry, putOff: ReadonlySet<number>): CallService | null {
  // A suspended case calls nothing: what it has to call waits in the outbox.
  if (step.instance.suspended) return null;
  const ended = new Set<number>();
  for (const effect of step.effects) {
    if (effect.type === 'cancelService') ended.add(effect.activity);
    if (effect.type === 'history' && effect.fact.kind === 'serviceCompleted' && effect.fact.activity !== null) ended.add(effect.fact.activity);
  }
  for (const effect of step.effects) {
    if (effect.type === 'callService' && !ended.has(effect.activity) && !putOff.has(effect.activity) && handlers.isTransactional(effect.handler)) return effect;
  }
  return null;
}

export interface ServiceRound {
  readonly compiled: Compiled;
  readonly context: Context;
  readonly handlers: HandlerRegistry;
  /** For the node that calls, of the case as it stands then. */
  readonly ports: (instance: Instance, node: string) => HandlerPorts;
  readonly remark: string | null;
  readonly putOff: ReadonlySet<number>;
}

/** Runs every transactional service that the step opened, and those that they lead to, until none is left. */
export async function runServices(step: Step, round: ServiceRound): Promise<ServedStep> {
  let { instance } = step;
  const effects = [...step.effects];
  const followUps: FollowUp[] = [];
  const commands: Command[] = [];
  const told: PartyReference[] = [];
  for (let count = 0; count < MAX_SERVICES; count += 1) {
    const service = nextTransactional({ instance, effects }, round.handlers, round.putOff);
    if (!service) break;
    const result = await runOne(service, instance, round);
    followUps.push(...(result.followUps ?? []));
    told.push(...(result.told ?? []));
    const command = endOfService(service.activity, result);
    const next = advance(round.compiled, instance, command, round.context);
    commands.push(command);
    if (next.kind === 'refused') throw new ServiceFailed(service.activity, refusedEnd(service.handler, next.refusal));
    instance = next.instance;
    effects.push(...next.effects);
  }
  return { instance, effects, followUps, commands, told };
}

async function runOne(service: CallService, instance: Instance, round: ServiceRound): Promise<Awaited<ReturnType<typeof runHandler>>> {
  const call: ServiceCall = {
    instance: instance.id, organisation: instance.organisation, activity: service.activity, node: service.node,
    key: `${instance.id}.${service.activity}`, now: round.context.now, remark: round.remark,
  };
  try {
    return await runHandler(round.handlers, service.handler, service.input, call, round.ports(instance, service.node));
  } catch (error) {
    throw new ServiceFailed(service.activity, error);
  }
}
