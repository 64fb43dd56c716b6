import type { DefinitionProblem } from './check/problem.js';

export type EngineErrorCode =
  /** `compile` was given a definition that has errors: `problemsOf` lists them. */
  | 'engine.definitionInvalid'
  /** An instance names a node, an activity or a token that its definition or snapshot does not have: it belongs to another definition. */
  | 'engine.instanceMismatch'
  /** No condition of an exclusive gateway holds and it has no default flow. */
  | 'engine.noFlow'
  | 'engine.unknownStartEvent'
  /** The context lacks the facts or the calendar of an organisation. */
  | 'engine.contextIncomplete'
  /** An expression took more steps, or made a larger value, than any answer needs. */
  | 'engine.expressionLimit'
  /** A recorded command was refused when it was replayed: the definition, a calendar or the engine is not the one that it ran on. */
  | 'engine.replayDiverged'
  /** An expression of the definition gave something that cannot be used where it stands. */
  | 'engine.unusableValue';

export interface EngineErrorDetails {
  readonly definition: string;
  readonly hash?: string;
  readonly node?: string;
  readonly instance?: string;
  /** What was met instead of what was needed; never a value that somebody entered. */
  readonly found?: string;
  readonly problems?: readonly DefinitionProblem[];
}

/** A fault: a broken definition or a shell that gave too little. Refusals that a user can meet are returned values instead. */
export class EngineError extends Error {
  constructor(
    readonly code: EngineErrorCode,
    readonly details: EngineErrorDetails,
  ) {
    const { problems: _, ...ids } = details;
    super(`${code}: ${JSON.stringify(ids)}`);
    this.name = 'EngineError';
  }
}
