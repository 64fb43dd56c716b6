import { actingAs, given, optionsIn } from '../acting-as.js';
import { CommandRefusal, type Command } from '../command.js';

export const diff: Command = {
  name: 'diff',
  usage: 'diff PROCESS FROM TO --as LOGIN [--json]',
  summary: { ru: 'чем отличаются две версии процесса, словами', en: 'what two versions of a process differ in, in words' },
  run: async ({ args, env, print }) => {
    const { options, rest } = optionsIn(args, ['--as']);
    const { key, from, to } = versionsIn(rest);
    return actingAs(env, options.get('--as')?.[0], async (runtime, caller) => {
      const { changes } = given(await runtime.compareVersions(caller, { key, from, to }));
      if (args.includes('--json')) print(JSON.stringify(changes, null, 2));
      else {
        for (const { text } of changes) print(`  ${text}`);
        print(changes.length === 0 ? 'Отличий нет. / No difference.' : `Отличий: ${changes.length}. / Changes: ${changes.length}.`);
      }
      return 0;
    });
  },
};

/** `PROCESS FROM TO` of the arguments that are no options. */
export function versionsIn(rest: readonly string[]): { readonly key: string; readonly from: number; readonly to: number } {
  const [key, from, to] = rest.filter((arg) => !arg.startsWith('--'));
  if (key !== undefined && /^[1-9]\d{0,5}$/.test(from ?? '') && /^[1-9]\d{0,5}$/.test(to ?? '')) return { key, from: Number(from), to: Number(to) };
  throw new CommandRefusal('Укажите процесс и две версии: leave-request 1 2.', 'Name the process and two versions: leave-request 1 2.');
}
