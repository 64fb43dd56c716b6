import type { LocalizedText, PartyReference } from '@reglament/contracts';
import type { Json } from '@reglament/engine';
import type { HandlerPorts } from './ports.js';

export type JsonObject = { readonly [name: string]: Json };
/** JSON Schema of an object: the designer draws the settings from `input`, and the shell checks both sides with it. */
export type ObjectSchema = { readonly type: 'object'; readonly [keyword: string]: unknown };

/** For which activity of which case the handler runs, and when (business time, ISO 8601 UTC). */
export interface ServiceCall {
  readonly instance: string;
  readonly organisation: string;
  readonly activity: number;
  readonly node: string;
  /** The same for every attempt: what an outside effect must carry as its key, so that a repeated attempt does it once. */
  readonly key: string;
  readonly now: string;
  /** The remark given with the command in whose completion it runs; null from the queue. */
  readonly remark: string | null;
}

/** What another case has to be told once this completion is committed. It travels by the outbox, never inside this transaction. */
export interface FollowUp {
  readonly type: 'triggerAction';
  readonly instance: string;
  readonly action: string;
  readonly data: JsonObject;
}

/**
 * The outcome of a service that the process is asked to catch: an error event with this code (BPMN 2.0 §10.5.1). Where no event of the
 * process catches it, an operator is told. Never tried again; a fault of the moment is thrown instead.
 */
export interface ErrorResult { readonly code: string; readonly data: JsonObject }

export interface HandlerResult {
  readonly output: JsonObject;
  /** Instead of an output, which is not looked at then. Nothing may have been written that should not stay. */
  readonly error?: ErrorResult;
  readonly followUps?: readonly FollowUp[];
  /** Whose screens have to look again once this is committed. */
  readonly told?: readonly PartyReference[];
}

/**
 * A service-task handler: one file, one object.
 *
 * `transactional`: touches our own database through `ports` only, and so runs inside the transaction of the completion that called it,
 * exactly once. It must not wait for anything outside. Every other handler runs from the queue, outside any transaction, at least
 * once; it throws when it fails and is tried again.
 */
export interface ServiceTaskHandler {
  readonly type: string;
  readonly title: LocalizedText;
  readonly input: ObjectSchema;
  readonly output: ObjectSchema;
  readonly transactional: boolean;
  /** Names of inputs that hold performer rules: their roles are checked with the definition. */
  readonly performerInputs?: readonly string[];
  /** Names of inputs that hold the key of a registry: it is looked for when a definition is checked. */
  readonly registryInputs?: readonly string[];
  /** Names of inputs that hold fields of that registry's records, by name or by path. */
  readonly recordInputs?: readonly string[];
  run(input: JsonObject, call: ServiceCall, ports: HandlerPorts): Promise<HandlerResult>;
}

/** A fault that no retry mends (a document that does not exist): goes to an incident at once. */
export class HandlerError extends Error {
  constructor(readonly code: string, readonly details: JsonObject, readonly retry: boolean = false) {
    super(`${code}: ${JSON.stringify(details)}`);
    this.name = 'HandlerError';
  }
}
