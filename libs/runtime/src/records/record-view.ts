import { decide } from '@reglament/access';
import { textIn, type RecordView, type RecordWriteView } from '@reglament/contracts';
import { findRecord, writesOfRecord } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { documentFields } from '../documents/document-fields.js';
import type { Shell } from '../shell.js';
import { isId, readableCase } from '../views/instance-view.js';
import { callerSubject } from '../views/subject-of.js';
import { recordRow } from './list-records.js';
import { namesOf } from './record-names.js';
import { readersOf } from './record-readers.js';
import { referencesIn } from './record-words.js';

/** One record in the words of its form, with the cases that wrote it: those that the caller may read by name, the others by their moment. */
export async function viewRecord(shell: Shell, caller: Caller, { registry: key, id }: { readonly registry: string; readonly id: string }): Promise<Answer<RecordView>> {
  const record = isId(id) ? await findRecord(shell.store, id) : null;
  const registry = record && shell.settings.registry(record.registry, record.path);
  if (!record || !registry || record.registry !== key) return refuse(notFound());
  const decision = decide('record.read', await callerSubject(shell, caller), { type: 'record', path: record.path, readers: readersOf(shell, registry, record.path) });
  if (!decision.allowed) return refuse(noAccess(decision));
  const form = (await shell.definitions.form(registry.formHash)).compiled;
  const data = record.data ?? {};
  const [titles, writes] = await Promise.all([
    namesOf(shell, [`organisation:${record.organisation}`, ...(record.titleParty === null ? [] : [record.titleParty]), ...referencesIn(data)], caller.locale),
    writesOfRecord(shell.store, id),
  ]);
  const { locale } = caller;
  return ok({
    ...recordRow(record, { form, columns: registry.definition.columns.map(({ field }) => field), titles, locale }),
    registry: { key, title: textIn(registry.definition.title, locale) },
    fields: documentFields({ forms: [form], data, locale, named: (text) => titles.get(text)?.title ?? null }),
    createdAt: record.createdAt, erased: record.data === null,
    writes: await writeViews(shell, caller, writes),
  });
}

/** Each case is asked for once, and no more of them than a page shows. */
const CASES_SHOWN = 50;

async function writeViews(shell: Shell, caller: Caller, writes: Awaited<ReturnType<typeof writesOfRecord>>): Promise<readonly RecordWriteView[]> {
  const instances = [...new Set(writes.flatMap(({ instance }) => instance ?? []))].slice(0, CASES_SHOWN);
  const cases = new Map(await Promise.all(instances.map(async (instance) => [instance, await readableCase(shell, caller, instance)] as const)));
  return writes.map(({ version, at, instance, node }) => {
    const readable = instance === null ? undefined : cases.get(instance);
    if (!readable?.ok) return { version, at, initial: instance === null, step: null, case: null };
    const { loaded, live } = readable.value;
    const step = node === null ? undefined : live.definition.nodes[node];
    return {
      version, at, initial: false, step: step && 'title' in step && step.title !== undefined ? textIn(step.title, caller.locale) : null,
      case: { id: loaded.snapshot.id, title: loaded.snapshot.subject ?? textIn(live.definition.title, caller.locale) },
    };
  });
}
