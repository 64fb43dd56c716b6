import { StoreError } from '@reglament/store';
import { BaseMismatch, PackagesInvalid } from '@reglament/runtime';
import { CommandRefusal, type Command, type CommandCall } from './command.js';
import { backup } from './commands/backup.js';
import { bpmn } from './commands/bpmn.js';
import { check } from './commands/check.js';
import { demoPasswords } from './commands/demo-passwords.js';
import { deploy } from './commands/deploy.js';
import { diff } from './commands/diff.js';
import { dryRun } from './commands/dry-run.js';
import { helpFor } from './commands/help.js';
import { migrate } from './commands/migrate.js';
import { record } from './commands/record.js';
import { restore } from './commands/restore.js';
import { test } from './commands/test.js';
import { verify } from './commands/verify.js';

const commands: readonly Command[] = [check, deploy, diff, migrate, dryRun, test, record, verify, backup, restore, demoPasswords, bpmn, helpFor(() => commands)];

/**
 * Runs the command that the first argument names and gives the exit code. What the person can mend is one sentence on `complain`;
 * a defect of ours is thrown.
 */
export async function runCommand(argv: readonly string[], around: Omit<CommandCall, 'args'> & { readonly complain: (line: string) => void }): Promise<number> {
  const [name = 'help', ...args] = argv;
  const asked = name === '--help' || name === '-h' ? 'help' : name;
  const command = commands.find((each) => each.name === asked);
  if (!command) {
    around.complain(`Нет команды «${name}». Есть: ${commands.map((each) => each.name).join(', ')}. / There is no command "${name}".`);
    return 1;
  }
  try {
    return await command.run({ args, env: around.env, print: around.print });
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    around.complain(sentence);
    return 1;
  }
}

function sentenceOf(error: unknown): string | null {
  if (error instanceof CommandRefusal || error instanceof BaseMismatch || error instanceof PackagesInvalid) return error.message;
  if (!(error instanceof StoreError)) return null;
  switch (error.code) {
    case 'unavailable': return 'База данных не отвечает: проверьте DATABASE_URL. / The database does not answer: check DATABASE_URL.';
    case 'diskFull': return 'Кончилось место на диске базы данных. / The disk of the database is full.';
    case 'olderServer': return `Нужен PostgreSQL 15 или новее. / ${error.message}`;
    case 'newerDatabase': return `Данные более новой версии программы. / ${error.message}`;
    case 'notEmpty': return `База не пуста: восстановление ничего не перезаписывает. / ${error.message}`;
    case 'damagedBackup': return `Это не резервная копия, или она повреждена. / ${error.message}`;
    case 'denied': return `Недостаточно прав в базе данных. / ${error.message}`;
    default: return null;
  }
}
