export type { ActivityInstance, ApprovalRound, ApprovalVote, ChildCounters, Instance, InstanceStatus, Json, OpenTask, OpenTimer, Token, Variables } from './instance.js';
export type { Actor, Command, StartChildInput, StartInput } from './command.js';
export type { Effect, HistoryFact, NotifyKind, Refusal, Why } from './effect.js';
export type { Context, OrganisationFacts } from './context.js';
export { EngineError, type EngineErrorCode } from './engine-error.js';
