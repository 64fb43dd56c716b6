import { createRegistries, createRuntime, type Caller, type Runtime } from '@reglament/runtime';
import { findAccount } from '@reglament/store';
import { CommandRefusal } from './command.js';
import { withStore } from './open-store.js';

/** Opens the product as the person of an account: whose rights count, and whose name stands in the log. */
export function actingAs<Result>(env: NodeJS.ProcessEnv, login: string | undefined, work: (runtime: Runtime, caller: Caller) => Promise<Result>): Promise<Result> {
  if (login === undefined) throw new CommandRefusal('Укажите, от чьего имени: --as ЛОГИН.', 'Say as whom: --as LOGIN.');
  return withStore(env, async (store, connection) => {
    const account = await findAccount(store, login);
    if (!account || account.disabled) throw new CommandRefusal(`Нет действующей учётной записи «${login}».`, `There is no account “${login}” that may sign in.`);
    const runtime = await createRuntime({ store, connection, registries: createRegistries() });
    try {
      return await work(runtime, { person: `person:${account.person}`, locale: 'ru', address: null });
    } finally {
      await runtime.stop();
    }
  });
}

/** What a use case refused, as the one sentence that the command line ends with. */
export function given<Value>(answer: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: { readonly text: { readonly ru?: string; readonly en?: string } | string } }): Value {
  if (answer.ok) return answer.value;
  const { text } = answer.refusal;
  throw typeof text === 'string' ? new CommandRefusal(text, text) : new CommandRefusal(text.ru ?? '', text.en ?? text.ru ?? '');
}

/** The values of options that take one, by name, with what is left. */
export function optionsIn(args: readonly string[], names: readonly string[]): { readonly options: ReadonlyMap<string, readonly string[]>; readonly rest: readonly string[] } {
  const options = new Map<string, string[]>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] as string;
    if (!names.includes(arg)) rest.push(arg);
    else {
      i += 1;
      options.set(arg, [...options.get(arg) ?? [], args[i] ?? '']);
    }
  }
  return { options, rest };
}
