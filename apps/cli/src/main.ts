import { runCommand } from './run-command.js';

const print = (line: string): void => { process.stdout.write(`${line}\n`); };
const complain = (line: string): void => { process.stderr.write(`${line}\n`); };

process.exitCode = await runCommand(process.argv.slice(2), { env: process.env, print, complain });
