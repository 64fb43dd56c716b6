import { Refusal } from './refusal.mjs';
import { outOfSpace } from '../postgres/out-of-space.mjs';

/** Runs a command's body: what the person can mend is one sentence on stderr, anything else comes with its stack; exit code 1 for both. */
export async function runMain(body) {
  try {
    await body();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

function explain(error) {
  if (error instanceof Refusal) return error.message;
  if (outOfSpace(String(error?.code ?? error?.message))) return 'Диск заполнен: освободите место и запустите снова. / The disk is full: free some space and start again.';
  return error?.stack ?? String(error);
}
