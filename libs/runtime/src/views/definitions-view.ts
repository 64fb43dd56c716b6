import { decide, permittedPaths, type Subject } from '@reglament/access';
import { textIn, type DefinitionRow, type DefinitionVersionRow, type DiagramView, type FormDefinition, type Page, type PageQuery, type ProcessDefinition, type StartEvent } from '@reglament/contracts';
import { findCurrentDefinitions, findDefinitionVersions, findForms, findFormValidator, findSubmission, type DefinitionRecord } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { startEventOf } from '../instances/start-instance.js';
import { startPerformers } from '../instances/start-performers.js';
import type { Shell } from '../shell.js';
import { formOf } from '../tasks/human-node.js';
import { beginningsOf } from './beginnings.js';
import { diagramView } from './diagram-view.js';
import { isId, readableCase } from './instance-view.js';
import { lexiconOf } from './lexicon.js';
import { callerSubject } from './subject-of.js';

/** What the caller may start; with the right to see definitions all of them. */
export async function listDefinitions(shell: Shell, caller: Caller, page: PageQuery): Promise<Answer<Page<DefinitionRow>>> {
  const home = await shell.people.organisationOf(caller.person);
  const subject = await callerSubject(shell, caller);
  const all = permittedPaths(subject, 'seeDefinitions').length > 0;
  const records = home ? await findCurrentDefinitions(shell.store, home) : [];
  const rows = await Promise.all(records.map((record) => definitionRow(shell, caller, record, home ?? '')));
  const wished = page.q?.toLowerCase();
  const items = rows.filter((row) => (all || row.mayStart) && (!wished || row.title.toLowerCase().includes(wished)));
  return ok({ items, pageInfo: { endCursor: null, hasNextPage: false }, total: items.length, totalCapped: false });
}

async function definitionRow(shell: Shell, caller: Caller, record: DefinitionRecord, home: string): Promise<DefinitionRow> {
  const { definition, ...live } = await shell.definitions.get(record.hash);
  const whole = { definition, ...live };
  const event = startEventOf(whole, undefined);
  const subject = await callerSubject(shell, caller);
  const startIn = event === null ? [] : placesOf(subject, home).filter((id) => mayStartIn(shell, subject, event.node, id));
  const form = event ? formOf(whole, event.node.form) : null;
  const versions = await findDefinitionVersions(shell.store, record.key, home);
  return {
    key: record.key, title: textIn(definition.title, caller.locale), description: definition.description ? textIn(definition.description, caller.locale) : null,
    version: record.version, hash: record.hash, package: record.package, publishedAt: record.publishedAt,
    activeInstances: versions.reduce((sum, { activeInstances }) => sum + activeInstances, 0), mayStart: startIn.length > 0, startIn, startForm: form && { key: form.key, hash: form.hash },
    beginnings: beginningsOf(whole, shell.organisations.facts(home)?.calendar, shell.clock.now(), caller.locale),
  };
}

/** The caller's own organisation and those in which the caller holds a role: a school's deputy head applies at the department. */
function placesOf(subject: Subject, home: string): readonly string[] {
  return [...new Set([home, ...subject.keys.flatMap(({ key }) => (key.startsWith('role:') ? [key.slice(key.indexOf('@') + 1)] : []))])];
}

function mayStartIn(shell: Shell, subject: Subject, event: StartEvent, id: string): boolean {
  const organisation = shell.organisations.record(id);
  return organisation !== null
    && decide('case.start', subject, { type: 'start', path: organisation.path, performers: startPerformers(event.performers, id, shell.organisations.facts(id)) }).allowed;
}

export async function listDefinitionVersions(shell: Shell, caller: Caller, key: string): Promise<Answer<readonly DefinitionVersionRow[]>> {
  const visible = await visibleVersions(shell, caller, key);
  if (!visible.ok) return visible;
  const lexicon = await lexiconOf(shell, caller.locale, { parties: visible.value.map(({ publishedBy }) => publishedBy), organisations: [], definitions: [] });
  return ok(visible.value.map((row) => ({ version: row.version, hash: row.hash, publishedAt: row.publishedAt, publishedBy: lexicon.partyOrNull(row.publishedBy), activeInstances: row.activeInstances })));
}

export async function viewDefinition(shell: Shell, caller: Caller, wished: { readonly key: string; readonly version: number }): Promise<Answer<{ readonly row: DefinitionVersionRow; readonly definition: ProcessDefinition; readonly diagram: DiagramView }>> {
  const versions = await listDefinitionVersions(shell, caller, wished.key);
  if (!versions.ok) return versions;
  const row = versions.value.find(({ version }) => version === wished.version);
  if (!row) return refuse(notFound());
  const live = await shell.definitions.get(row.hash);
  return ok({ row, definition: live.definition, diagram: diagramView(live, null, [], caller.locale) });
}

async function visibleVersions(shell: Shell, caller: Caller, key: string): Promise<Answer<Awaited<ReturnType<typeof findDefinitionVersions>>>> {
  const subject = await callerSubject(shell, caller);
  const home = await shell.people.organisationOf(caller.person);
  const path = home ? shell.organisations.record(home)?.path : undefined;
  if (!home || path === undefined || !decide('definition.read', subject, { type: 'organisation', path }).allowed) return refuse(notFound());
  const versions = await findDefinitionVersions(shell.store, key, home);
  return versions.length > 0 ? ok(versions) : refuse(notFound());
}

/** Forms hold no personal data; whoever is signed in may read one whose hash is known. */
export async function viewForm(shell: Shell, _caller: Caller, hash: string): Promise<Answer<FormDefinition>> {
  const [record] = await findForms(shell.store, [hash]);
  return record ? ok(record.content) : refuse(notFound());
}

export async function formValidator(shell: Shell, _caller: Caller, hash: string): Promise<Answer<string>> {
  const module = await findFormValidator(shell.store, hash);
  return module === null ? refuse(notFound()) : ok(module);
}

/** What was submitted, for who may read the case. */
export async function viewSubmission(shell: Shell, caller: Caller, id: string): Promise<Answer<unknown>> {
  const found = isId(id) ? await findSubmission(shell.store, id) : null;
  if (!found) return refuse(notFound());
  const readable = await readableCase(shell, caller, found.instance);
  if (!readable.ok) return readable;
  const lexicon = await lexiconOf(shell, caller.locale, { parties: [found.author], organisations: [], definitions: [] });
  return ok({ form: found.form, data: found.data, author: lexicon.partyOrNull(found.author), at: found.at, outcome: found.outcome, remark: found.remark });
}
