export type { ActivityInstance, ApprovalRound, ApprovalVote, ChildCounters, Instance, InstanceStatus, Json, OpenTask, OpenTimer, Token, Variables } from './instance.js';
export type { Actor, Command, StartChildInput, StartInput } from './command.js';
export type { Effect, HistoryFact, NotifyKind, Refusal, Why } from './effect.js';
export { DEFAULT_MAX_CHILDREN, MAX_STEPS, type Context, type OrganisationFacts } from './context.js';
export { EngineError, type EngineErrorCode } from './engine-error.js';
export { compile, type Resources } from './compile/compile.js';
export type { Compiled } from './compile/compiled.js';
export { advance, type Outcome } from './advance.js';
export { start, startChild } from './start.js';
