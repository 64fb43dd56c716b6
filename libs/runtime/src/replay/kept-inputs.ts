import type { Command, Json, StartChildInput, Variables } from '@reglament/engine';

type Values = { readonly [name: string]: Json };

/**
 * What the commands of one transition were given that neither history nor a submission holds. With it a case can be replayed from the
 * database alone.
 */
export interface KeptInputs {
  /** Of a beginning: the variables that it was given, and who started a child's parent. */
  readonly beginning?: { readonly variables: Variables; readonly starter: StartChildInput['starter'] };
  /** Of a completion: what the system itself established, a number or a signature. */
  readonly facts?: Values;
  /** Of an action that another case asked for. */
  readonly data?: Values;
  /** What messages carried, by subscription. */
  readonly messages?: { readonly [subscription: string]: Values };
  /** What called cases held at their end, by activity. */
  readonly calls?: { readonly [activity: string]: Variables };
  /** The values that an administrator has set. */
  readonly modified?: Values;
  /** What errors carried, of services and of called cases and parts, by activity. */
  readonly errors?: { readonly [activity: string]: Values };
  /** The values that a move to another version gave the case. */
  readonly migration?: { readonly variables: Variables };
  /** Results of services, by activity. */
  readonly results?: { readonly [activity: string]: Values };
}

/** Null where everything stands elsewhere already: most completions cost no row. */
export function inputsOf(commands: readonly Command[], beginning?: KeptInputs['beginning']): KeptInputs | null {
  let kept: KeptInputs = beginning === undefined ? {} : { beginning };
  for (const command of commands) {
    if (command.type === 'completeTask' && command.facts !== null) kept = { ...kept, facts: command.facts };
    if (command.type === 'triggerAction' && command.submission === null && command.data !== null) kept = { ...kept, data: command.data };
    if (command.type === 'receiveMessage') kept = { ...kept, messages: { ...kept.messages, [command.subscription]: command.data } };
    if (command.type === 'callEnded') kept = { ...kept, calls: { ...kept.calls, [command.activity]: command.variables } };
    if (command.type === 'modifyInstance') {
      const set = command.changes.flatMap((change) => (change.kind === 'setVariables' ? [change.values] : []));
      if (set.length > 0) kept = { ...kept, modified: Object.assign({}, ...set) as Values };
    }
    if (command.type === 'failServiceTask') kept = { ...kept, errors: { ...kept.errors, [command.activity]: command.data } };
    if ((command.type === 'callEnded' || command.type === 'childrenChanged') && command.error !== undefined) kept = { ...kept, errors: { ...kept.errors, [command.activity]: command.error.data } };
    if (command.type === 'completeServiceTask') kept = { ...kept, results: { ...kept.results, [command.activity]: command.result } };
  }
  return Object.keys(kept).length === 0 ? null : kept;
}
