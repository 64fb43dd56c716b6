import { addSignature, countSignInFailures, findAccountOf, markDocument, recordSignIn } from '@reglament/store';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { documentChanged, tooManyAttempts, wrongPassword } from '../answers/refusals.js';
import { verifyPassword } from '../accounts/passwords.js';
import type { Shell } from '../shell.js';
import type { Plan } from '../transition/carry-out.js';
import { documentAtHand } from './document-at-hand.js';
import type { Establishing } from './establish.js';

/** Wrong passwords at signing, per person and address in a quarter of an hour, after which nothing is verified any more. */
const MAX_FAILURES = 5;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * A simple electronic signature (63-ФЗ, art. 9): the password again, then a record of the content's hash, the person, the right by which
 * it was done with the ground of a substitution, the time and the address, in the completion's own transaction.
 */
export async function signDocument(shell: Shell, given: Establishing): Promise<Answer<Plan['establish']>> {
  const { caller, actor, body } = given;
  const verified = await verifyAgain(shell, caller.person, body.password ?? '', caller.address ?? '');
  if (!verified.ok) return verified;
  return ok(async (tx) => {
    const { document, variable } = await documentAtHand(tx, given);
    if (variable['contentHash'] !== document.contentHash) return { denied: documentChanged() };
    const settings = shell.settings.documentKind(document.kind, document.path);
    const code = randomBytes(8).toString('hex').toUpperCase();
    const at = shell.clock.now();
    const signed = await addSignature(tx, {
      id: randomUUID(), document: document.id, version: document.version, by: caller.person, right: { ...actor.right, address: caller.address },
      at, code, contentHash: document.contentHash, templateHash: settings?.made === 'structured' ? settings.layoutHash : document.templateHash,
    });
    if (!signed) return { denied: documentChanged() };
    await markDocument(tx, document.id, { state: 'signed', signer: caller.person, parties: [caller.person] }, at);
    return { facts: { state: 'signed', signed: { by: caller.person, at, code, contentHash: document.contentHash } } };
  });
}

/** Counted like sign-ins, so that a session left open is no way to guess the password. */
async function verifyAgain(shell: Shell, person: string, password: string, address: string): Promise<Answer<null>> {
  const [loginHash, addressHash] = [sha256(`sign:${person}`), sha256(address)];
  const failures = await countSignInFailures(shell.store, loginHash, addressHash);
  if (failures.pair >= MAX_FAILURES) return refuse(tooManyAttempts());
  const account = await findAccountOf(shell.store, person.slice('person:'.length));
  const right = account !== null && !account.disabled && (await verifyPassword(account.passwordHash, password));
  await recordSignIn(shell.store, loginHash, addressHash, right);
  return right ? ok(null) : refuse(wrongPassword());
}
