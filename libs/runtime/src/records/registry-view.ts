import { textIn, type FormField, type Locale, type Page, type RegistryColumnKind, type RegistryColumnView, type RegistryRow } from '@reglament/contracts';
import { nodeAt, parsePath, type CompiledForm } from '@reglament/forms';
import { valuesOfRecords } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';
import { readScope } from './record-readers.js';
import type { Registry } from './registry.js';

/** The registries that the caller reads somewhere, by title. */
export async function listRegistries(shell: Shell, caller: Caller): Promise<Answer<Page<RegistryRow>>> {
  const subject = await callerSubject(shell, caller);
  const registries = (await registriesOf(shell, caller)).filter((registry) => readScope(shell, subject, registry).paths.length > 0);
  const items = await Promise.all(registries.map((registry) => registryRow(shell, registry, caller.locale)));
  items.sort((one, other) => one.title.localeCompare(other.title, caller.locale));
  return ok({ items, pageInfo: { endCursor: null, hasNextPage: false }, total: items.length, totalCapped: false });
}

/** As they are in force for the caller's own organisation. */
export async function registriesOf(shell: Shell, caller: Caller): Promise<readonly Registry[]> {
  const home = await shell.people.organisationOf(caller.person);
  return shell.settings.registries(shell.organisations.record(home ?? '')?.path ?? '');
}

/** One of them, with the values that its columns offer where they are those that the records have. */
export async function viewRegistry(shell: Shell, caller: Caller, key: string): Promise<Answer<RegistryRow>> {
  const registry = (await registriesOf(shell, caller)).find(({ definition }) => definition.key === key);
  const scope = registry && readScope(shell, await callerSubject(shell, caller), registry);
  if (!registry || !scope || scope.paths.length === 0) return refuse(notFound());
  const row = await registryRow(shell, registry, caller.locale);
  const columns = await Promise.all(row.columns.map(async (column, i): Promise<RegistryColumnView> => {
    const filter = registry.definition.columns[i]?.filter;
    if (filter !== 'values' && filter !== 'latest') return column;
    const values = await valuesOfRecords(shell.store, { registry: key, scope }, column.field);
    return { ...column, kind: 'choice', options: values.map((value) => ({ value, title: column.options.find((option) => option.value === value)?.title ?? value })), preset: filter === 'latest' ? values[0] ?? null : null };
  }));
  return ok({ ...row, columns });
}

export async function registryRow(shell: Shell, { definition, formHash }: Registry, locale: Locale): Promise<RegistryRow> {
  const form = (await shell.definitions.form(formHash)).compiled;
  return {
    key: definition.key, title: textIn(definition.title, locale), description: definition.description === undefined ? null : textIn(definition.description, locale),
    titleField: definition.titleField, titleLabel: textIn(form.fields.get(definition.titleField)?.label ?? definition.title, locale),
    columns: definition.columns.map((column) => {
      const field = form.fields.get(column.field);
      const kind = columnKind(form, column.field);
      return {
        field: column.field, title: textIn(column.title ?? field?.label ?? column.field, locale), kind, options: optionsOf(form, column.field, locale),
        filter: column.filter !== undefined && column.filter !== false && kind !== 'reference', preset: null, sortable: kind !== 'reference' && kind !== 'list',
      };
    }),
    figures: definition.figures !== undefined,
  };
}

/** What the field's values are called, in the order of its form; none for a field without a choice. */
export function optionsOf(form: CompiledForm, path: string, locale: Locale): RegistryColumnView['options'] {
  const field = form.fields.get(path);
  if (field && 'options' in field && field.options) return field.options.map(({ value, label }) => ({ value: String(value), title: textIn(label, locale) }));
  const node = nodeAt(form.structure, parsePath(path));
  const values = (node?.kind === 'list' ? node.item : node)?.schema['enum'];
  return Array.isArray(values) ? values.map((value) => ({ value: String(value), title: String(value) })) : [];
}

export function columnKind(form: CompiledForm, path: string): RegistryColumnKind {
  const field: FormField | undefined = form.fields.get(path);
  const node = nodeAt(form.structure, parsePath(path));
  switch (field?.widget) {
    case 'party': case 'document': return 'reference';
    case 'parties': return 'reference';
    case 'number': return 'number';
    case 'date': return 'date';
    case 'checkbox': return 'boolean';
    case 'select': case 'radio': return 'choice';
    default: break;
  }
  if (node?.kind === 'list') return 'list';
  const type = node?.schema['type'];
  return type === 'number' || type === 'integer' ? 'number' : type === 'boolean' ? 'boolean' : 'text';
}
