import type { PartyReference, Performer } from '@reglament/contracts';
import { partiesOf, type Context, type Instance } from '@reglament/engine';
import type { HandlerPorts } from '@reglament/handlers';
import { inTransaction, type Queryable, type Tx } from '@reglament/store';
import type { LiveDefinition } from '../definitions/live-definition.js';
import { recordPort } from '../records/record-port.js';
import type { Shell } from '../shell.js';
import { answersPort } from './answers.js';
import { directory } from './directory.js';
import { documentPort, type Writing } from './documents.js';
import { notificationPort } from './notifications.js';
import { printPort } from './print.js';

/** The case for which handlers work, as it stands when they are called. */
export interface PortsPlace {
  readonly snapshot: Instance;
  readonly organisation: { readonly id: string; readonly path: string; readonly timeZone: string };
  readonly compiled: LiveDefinition['compiled'];
  readonly context: Context;
  /** The node that calls. */
  readonly node: string;
}

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
  const { snapshot, organisation, compiled, context, node } = place;
  const named = (rules: readonly Performer[]): readonly PartyReference[] => partiesOf(compiled, snapshot, rules, context);
  return {
    answers: answersPort(db, write, { instance: snapshot.id, parent: snapshot.parent?.instance ?? null, node, now: context.now }),
    documents: documentPort(db, write, {
      instance: snapshot.id, organisation: organisation.id, author, now: shell.clock.now(), today: shell.clock.localDate(organisation.timeZone),
      retentionOf: (kind) => shell.settings.documentKind(kind, organisation.path)?.kind.retention ?? null,
    }),
    settings: { documentKind: (key) => Promise.resolve(shell.settings.documentKind(key, organisation.path)) },
    notifications: notificationPort(write, { instance: snapshot.id, organisation: organisation.id, node, now: context.now, partiesOf: named }),
    records: recordPort(shell, db, write, { organisation, now: context.now }),
    directory: people,
    print: printPort(shell, db, people),
  };
}
