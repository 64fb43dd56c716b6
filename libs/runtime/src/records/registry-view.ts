import { textIn, type FormField, type Locale, type Page, type RegistryColumnKind, type RegistryColumnView, type RegistryRow } from '@reglament/contracts';
import { nodeAt, parsePath, type CompiledForm } from '@reglament/forms';
import { ok, type Answer } from '../answers/answer.js';
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
        filter: column.filter === true && kind !== 'reference', sortable: kind !== 'reference' && kind !== 'list',
      };
    }),
  };
}

function optionsOf(form: CompiledForm, path: string, locale: Locale): RegistryColumnView['options'] {
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
