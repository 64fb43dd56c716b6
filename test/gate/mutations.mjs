/**
 * Spoils every shipped process in every generic way and says who notices: the check of definitions, the publish gate, or nobody, and then
 * whether the gate has seen every state of the spoilt process (so that its cases do come to their end) or only a part.
 *
 *   node test/gate/mutations.mjs [--every N] [--states N] [--list] [file …]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkModel } from '@reglament/analysis';
import { problemsOf } from '@reglament/engine';
import { mutantsOf } from './mutate.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { every: { type: 'string' }, states: { type: 'string' }, list: { type: 'boolean' } } });
const every = Number(values.every ?? 1);
const maxStates = Number(values.states ?? 4_000);
const files = positionals.length > 0 ? positionals : shipped();
const totals = { mutants: 0, check: 0, gate: 0, harmless: 0, undecided: 0 };

for (const file of files) {
  const definition = JSON.parse(readFileSync(file, 'utf8'));
  const counts = { mutants: 0, check: 0, gate: 0, harmless: 0, undecided: 0 };
  const known = new Set([...problemsOf(definition).map(idOf), ...checkModel(definition, {}, { maxStates }).faults.map(idOf)]);
  let i = 0;
  for (const { how, at, definition: spoilt } of mutantsOf(definition)) {
    if (i++ % every !== 0) continue;
    const [verdict, why] = judge(spoilt, known);
    counts.mutants++;
    counts[verdict]++;
    if (values.list) console.log(`${path.basename(file)}\t${verdict}\t${how}\t${at}\t${why}`);
  }
  for (const name of Object.keys(totals)) totals[name] += counts[name];
  console.log(row(path.basename(file, '.json'), counts));
}
console.log(row('all', totals));

function judge(spoilt, known) {
  const problems = problemsOf(spoilt).filter((problem) => !known.has(idOf(problem)));
  if (problems.length > 0) return ['check', `${problems[0].code} ${problems[0].pointer}`];
  const { faults, complete, states } = checkModel(spoilt, {}, { maxStates });
  const fault = faults.find((each) => !known.has(idOf(each)));
  if (fault) return ['gate', `${fault.severity} ${fault.code} ${fault.pointer}`];
  return complete ? ['harmless', `${states} states, every one comes to an end`] : ['undecided', `${states} states and more`];
}

function idOf({ code, pointer }) {
  return `${code} ${pointer}`;
}

function shipped() {
  return readdirSync('workflows').map((name) => path.join('workflows', name, 'processes')).filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));
}

function row(name, { mutants, check, gate, harmless, undecided }) {
  return `${name.padEnd(26)} mutants ${mutants}, caught by the check ${check}, by the gate ${gate}, harmless ${harmless}, undecided ${undecided}`;
}
