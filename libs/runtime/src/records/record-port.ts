import { recordIdOf } from '@reglament/contracts';
import { nodeAt, parsePath, type CompiledForm } from '@reglament/forms';
import { HandlerError, type JsonObject, type RecordPort } from '@reglament/handlers';
import { findRecords, recordWrittenBy, type Queryable, type RecordCondition } from '@reglament/store';
import type { Writing } from '../services/documents.js';
import type { Shell } from '../shell.js';
import { namesOf } from './record-names.js';
import { scopeOfCase } from './record-scope.js';
import type { Registry } from './registry.js';
import { writeRecord } from './write-record.js';

export interface RecordsPlace { readonly organisation: { readonly id: string; readonly path: string; readonly timeZone: string }; readonly now: string }

/** The registries that a case reaches: as they are in force for its organisation, with the records along its line in the tree. */
export function recordPort(shell: Shell, db: Queryable, write: Writing, { organisation, now }: RecordsPlace): RecordPort {
  const scope = scopeOfCase(organisation);
  const registryOf = (key: string): Registry => {
    const registry = shell.settings.registry(key, organisation.path);
    if (!registry) throw new HandlerError('record.unknownRegistry', { registry: key, known: shell.settings.registries(organisation.path).map(({ definition }) => definition.key) });
    return registry;
  };
  const formOf = async ({ formHash }: Registry): Promise<CompiledForm> => (await shell.definitions.form(formHash)).compiled;
  return {
    async write(call, { registry: key, data, reference, organisation: named }) {
      const registry = registryOf(key);
      const form = await formOf(registry);
      const home = named === null ? organisation : ownerNamed(shell, organisation, named);
      return write(async (tx) => {
        const done = await recordWrittenBy(tx, call);
        if (done) return { reference: `record:${done.record}`, created: done.version === 1 };
        const { id, created } = await writeRecord(tx, {
          registry, form, organisation: home, scope, given: data, record: reference === null ? null : recordIdOf(reference), by: call, now,
          titles: (references) => namesOf(shell, references, 'ru'),
        });
        return { reference: `record:${id}`, created };
      });
    },
    async find(_call, { registry: key, where, references, limit }) {
      const registry = registryOf(key);
      const form = await formOf(registry);
      const fields = Object.entries(where).map(([path, value]) => conditionOn(form, key, path, value));
      const ids = references === null ? null : references.map(recordIdOf).filter((id) => id !== null);
      const { records, count } = await findRecords(db, { registry: key, scope, fields, ids, limit });
      return { records: records.map(({ id, data }) => ({ reference: `record:${id}`, data: data as JsonObject })), count };
    },
  };
}

/** A record may be kept for another organisation of the line: the office keeps a school's records, a school reports to its office. */
function ownerNamed(shell: Shell, own: RecordsPlace['organisation'], reference: string): RecordsPlace['organisation'] {
  const found = shell.organisations.record(reference.slice('organisation:'.length));
  const within = found && (`${found.path}/`.startsWith(`${own.path}/`) || `${own.path}/`.startsWith(`${found.path}/`));
  if (!within) throw new HandlerError('record.unknownOrganisation', { organisation: reference, expected: 'the organisation of the case, one above it or one below it' });
  return found;
}

function conditionOn(form: CompiledForm, registry: string, path: string, value: JsonObject[string]): RecordCondition {
  const node = nodeAt(form.structure, parsePath(path));
  const list = node?.kind === 'list' && node.item.kind === 'value';
  if (node?.kind !== 'value' && !list) throw new HandlerError('record.unknownField', { registry, form: form.definition.key, field: path, expected: 'a field with a value or a list of values' });
  if (value === null) return { kind: 'absent', path };
  const values = (Array.isArray(value) ? value : [value]) as readonly unknown[];
  const scalars = values.filter((each) => typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean');
  if (scalars.length < values.length) throw new HandlerError('record.unknownField', { registry, field: path, expected: 'a text, a number, yes or no, nothing, or a list of them' });
  return { kind: 'equals', path, values: scalars, list };
}
