import type { PartyReference } from '@reglament/contracts';
import type { HandlerPorts } from '@reglament/handlers';
import { inTransaction, type Queryable, type Tx } from '@reglament/store';
import type { Shell } from '../shell.js';
import { directory } from './directory.js';
import { documentPort, type Writing } from './documents.js';
import { printPort } from './print.js';

/** The case for which handlers work. */
export interface PortsPlace { readonly head: { readonly id: string }; readonly organisation: { readonly id: string; readonly path: string } }

/** Ports bound to a transaction: what handlers do is done when it commits, and never happened when it does not. */
export function portsIn(shell: Shell, tx: Tx, place: PortsPlace, author: PartyReference | null): HandlerPorts {
  return ports(shell, tx, (work) => work(tx), place, author);
}

/** Ports outside any transaction: each writing is a commit of its own, so handlers must be ready to repeat it. */
export function portsOutside(shell: Shell, place: PortsPlace): HandlerPorts {
  return ports(shell, shell.store, (work) => inTransaction(shell.store, work), place, null);
}

function ports(shell: Shell, db: Queryable, write: Writing, place: PortsPlace, author: PartyReference | null): HandlerPorts {
  const people = directory(shell);
  return {
    documents: documentPort(db, write, { instance: place.head.id, organisation: place.organisation.id, author, now: shell.clock.now() }),
    settings: { documentKind: (key) => Promise.resolve(shell.settings.documentKind(key, place.organisation.path)) },
    directory: people,
    print: printPort(shell, db, people),
  };
}
