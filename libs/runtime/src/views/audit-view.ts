import { permittedPaths } from '@reglament/access';
import { AUDIT_ACTIONS, textIn, type AuditFilter, type AuditRow, type Page, type PageQuery, type PartyReference } from '@reglament/contracts';
import { listAudit as listStored, type AuditEntry } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { auditChanges, partiesOfChanges } from './audit-changes.js';
import { deniedParty, deniedTarget } from './audit-target.js';
import { lexiconOf, type Lexicon } from './lexicon.js';
import { callerSubject } from './subject-of.js';

/** Whom or what it was done to, where that has a name: the audit itself keeps ids alone. */
function partyOf(entry: Pick<AuditEntry, 'action' | 'objectType' | 'objectId'>): PartyReference | null {
  if (entry.action === 'access.denied') return deniedParty(entry);
  const { objectType, objectId } = entry;
  return objectId !== null && (objectType === 'person' || objectType === 'organisation') ? `${objectType}:${objectId}` : null;
}

/** Who did, changed or was denied what, in the words of people. Sign-ins only where they are asked for. */
export async function listAudit(shell: Shell, caller: Caller, filter: AuditFilter, page: PageQuery): Promise<Answer<Page<AuditRow>>> {
  const subject = await callerSubject(shell, caller);
  const { action, actor } = filter;
  const found = await listStored(shell.store, {
    paths: permittedPaths(subject, 'seeAudit'), signIns: filter.signIns === true || action?.startsWith('session.') === true,
    ...(action !== undefined && { action }), ...(actor !== undefined && { actor }), ...(page.q !== undefined && { q: page.q }),
  }, page);
  const lexicon = await lexiconOf(shell, caller.locale, { parties: found.items.flatMap((row) => [row.actor, partyOf(row), ...partiesOfChanges(row)]), organisations: [], definitions: [] });
  const home = await shell.people.organisationOf(caller.person);
  const zone = shell.organisations.record(home ?? '')?.timeZone ?? 'UTC';
  return ok({ ...found, items: found.items.map((row) => auditRow(row, lexicon, zone)) });
}

function auditRow(row: AuditEntry, lexicon: Lexicon, zone: string): AuditRow {
  const { locale } = lexicon;
  const named = (reference: string): string | null => lexicon.partyOrNull(reference)?.title ?? null;
  const party = partyOf(row);
  const target = row.action === 'access.denied' ? deniedTarget(row, locale, named)
    : row.objectType === 'form' && row.objectId !== null ? { title: typeof row.data['title'] === 'string' ? row.data['title'] : row.objectId, page: `/forms/${row.objectId}` }
    : party === null ? null : { title: named(party) ?? '—', page: row.objectType === 'person' ? `/people/${row.objectId ?? ''}` : null };
  return {
    id: String(row.seq), at: row.at, actor: lexicon.partyOrNull(row.actor), action: row.action, object: row.objectId ?? row.objectType, target, changes: auditChanges(row, { locale, zone, named }),
    text: [textIn(AUDIT_ACTIONS[row.action] ?? row.action, locale), target?.title].filter(Boolean).join(': '),
  };
}
