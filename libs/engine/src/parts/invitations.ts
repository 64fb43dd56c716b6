import type { PartyReference, TaskPerformer } from '@reglament/contracts';
import type { CompiledValue, Scope } from '../expressions.js';
import type { Compiler } from '../compile/compiler.js';
import type { Draft } from '../draft.js';
import type { Json } from '../instance.js';

const DEFAULT_GRACE_DAYS = 14;
const MAX_ADDRESSES = 100;

export interface CompiledInvite { readonly address: CompiledValue; readonly graceDays: number }

export function compileInvites(performers: readonly TaskPerformer[] | undefined, compiler: Compiler, pointer: string): readonly CompiledInvite[] {
  return (performers ?? []).flatMap((performer, i) => (performer.type !== 'invite' ? [] : [{
    address: compiler.value(performer.address, `${pointer}/${i}/address`), graceDays: performer.graceDays ?? DEFAULT_GRACE_DAYS,
  }]));
}

/** Whoever holds a link to the task, for an organisation. Names no person: what is kept of them is this, and never an address (decision 18). */
export function linkHolders(task: string, organisation: string): PartyReference {
  return `invitation:${task}@${organisation}`;
}

/** The parties of a task that is being opened: until then those who will hold its links have no task in their name. */
export function namedFor(task: string, performers: readonly PartyReference[]): readonly PartyReference[] {
  return performers.map((party) => (party.startsWith('invitation:@') ? linkHolders(task, party.slice('invitation:@'.length)) : party));
}

/**
 * Asks for a link for each address. An expression that gives no address asks for one link all the same: somebody of the office can hand it
 * over, and a task never waits for nobody.
 */
export function inviteFor(draft: Draft, invites: readonly CompiledInvite[], task: string, node: string, scope: Scope): void {
  if (invites.length === 0) return;
  const addresses = [...new Set(invites.flatMap(({ address }) => addressesIn(address.evaluate(scope, draft.moment))))].slice(0, MAX_ADDRESSES);
  const graceDays = Math.max(...invites.map((invite) => invite.graceDays));
  draft.effects.push({ type: 'invite', task, node, addresses: addresses.length === 0 ? [null] : addresses, graceDays });
}

function addressesIn(value: Json): readonly string[] {
  const given = Array.isArray(value) ? value : [value];
  return given.flatMap((each) => (typeof each === 'string' && /^[^\s<>@",;]{1,64}@[^\s<>@",;]{1,190}$/.test(each.trim()) ? [each.trim()] : []));
}
