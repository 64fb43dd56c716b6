import type { RecordListFilter } from '@reglament/contracts';
import type { CompiledForm } from '@reglament/forms';
import type { RecordCondition, RecordFilter } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { isId } from '../views/instance-view.js';
import { callerSubject } from '../views/subject-of.js';
import { readScope } from './record-readers.js';
import { columnKind, registriesOf } from './registry-view.js';
import type { Registry } from './registry.js';

export interface RecordsRequest extends RecordListFilter { readonly registry: string }

/** A registry that the caller reads somewhere, and in whose organisations. */
export interface ReadableRegistry { readonly registry: Registry; readonly form: CompiledForm; readonly paths: readonly string[] }

/** A registry that the caller reads somewhere, with where; a registry that is none of the caller's is told as one that is not there. */
export async function readableRegistry(shell: Shell, caller: Caller, key: string): Promise<Answer<ReadableRegistry>> {
  const registry = (await registriesOf(shell, caller)).find(({ definition }) => definition.key === key);
  const paths = registry ? readScope(shell, await callerSubject(shell, caller), registry).paths : [];
  if (!registry || paths.length === 0) return refuse(notFound());
  return ok({ registry, form: (await shell.definitions.form(registry.formHash)).compiled, paths });
}

/** Which records the request leaves: those of the caller's scope under its search and columns. A list and the figures over it go by it. */
export function narrowing({ registry, form, paths }: ReadableRegistry, request: RecordsRequest, q: string | undefined): Answer<RecordFilter> {
  const fields: RecordCondition[] = [];
  for (const [field, wished] of Object.entries(request.fields)) {
    const column = registry.definition.columns.find((each) => each.field === field && each.filter !== undefined && each.filter !== false);
    const condition = column === undefined ? null : column.filter === true ? conditionOf(form, field, wished) : oneValue(form, field, wished);
    if (condition === null) return refuse(invalidRequest('queryInvalid', `По полю ${field} список не сужается.`, `The list does not narrow by ${field}.`));
    fields.push(condition);
  }
  if (request.organisation !== undefined && !isId(request.organisation)) return refuse(notFound());
  return ok({ registry: request.registry, scope: { paths, upTo: [] }, fields, ...(q !== undefined && { q }), ...(request.organisation !== undefined && { organisation: request.organisation }) });
}

function conditionOf(form: CompiledForm, path: string, wished: string): RecordCondition | null {
  switch (columnKind(form, path)) {
    case 'text': return { kind: 'contains', path, text: wished };
    case 'number': case 'boolean': case 'list': case 'choice': case 'date': case 'reference': return oneValue(form, path, wished);
  }
}

/** The field holds this value; null where its kind has no such value. */
export function oneValue(form: CompiledForm, path: string, wished: string): RecordCondition | null {
  const equals = (value: string | number | boolean, list = false): RecordCondition => ({ kind: 'equals', path, values: [value], list });
  switch (columnKind(form, path)) {
    case 'number': return Number.isFinite(Number(wished)) ? equals(Number(wished)) : null;
    case 'boolean': return wished === 'true' || wished === 'false' ? equals(wished === 'true') : null;
    case 'list': return equals(wished, true);
    case 'text': case 'choice': case 'date': case 'reference': return equals(wished);
  }
}
