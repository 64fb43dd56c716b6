import { permittedPaths } from '@reglament/access';
import type { IncidentRow, Page, PageQuery } from '@reglament/contracts';
import { findIncident, findInstanceRows, listIncidents as listStored, type Incident } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { setAsideItem } from '../operations/set-aside-item.js';
import { nodeTitle } from './history-view.js';
import { callerSubject } from './subject-of.js';

export async function listIncidents(shell: Shell, caller: Caller, filter: { readonly status: 'open' | 'resolved' }, page: PageQuery): Promise<Answer<Page<IncidentRow>>> {
  const subject = await callerSubject(shell, caller);
  const found = await listStored(shell.store, { ...filter, paths: permittedPaths(subject, 'seeIncidents') }, page);
  return ok({ ...found, items: await incidentRows(shell, caller, found.items) });
}

export async function viewIncident(shell: Shell, caller: Caller, id: string): Promise<Answer<IncidentRow>> {
  const found = await findIncident(shell.store, id);
  const [row] = found ? await incidentRows(shell, caller, [found]) : [];
  return row ? ok(row) : refuse(notFound());
}

async function incidentRows(shell: Shell, caller: Caller, rows: readonly Incident[]): Promise<readonly IncidentRow[]> {
  const instances = await findInstanceRows(shell.store, [...new Set(rows.map(({ instance }) => instance))]);
  return Promise.all(rows.map(async (row): Promise<IncidentRow> => {
    const instance = instances.get(row.instance);
    const live = instance ? await shell.definitions.get(instance.definitionHash) : null;
    return {
      id: row.id, at: row.at, instance: row.instance, subject: instance?.subject ?? null, node: row.node,
      nodeTitle: (live && nodeTitle(live, row.node, caller.locale)) ?? row.node, code: row.code, message: row.message, attempts: row.attempts, status: row.status, part: setAsideItem(row.sourceId) !== null,
    };
  }));
}
