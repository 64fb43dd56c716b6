import type { Command } from '../command.js';

export function helpFor(commands: () => readonly Command[]): Command {
  const help: Command = {
    name: 'help',
    usage: 'help',
    summary: { ru: 'этот список', en: 'this list' },
    run({ print }) {
      print('npx reglament <команда / command> [--demo | --empty]');
      for (const { usage, summary } of commands()) {
        print('');
        print(`  ${usage}`);
        print(`      ${summary.ru}`);
        print(`      ${summary.en}`);
      }
      return Promise.resolve(0);
    },
  };
  return help;
}
