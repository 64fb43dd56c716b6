import { registryDefinitionSchema, registryOfKind, type FormDefinition, type FormField, type RegistryDefinition, type Roles } from '@reglament/contracts';
import { eachField, nodeAt, parsePath, problemsOfForm, structureOf, type StructureNode } from '@reglament/forms';
import { compileObjectCheck } from '../services/object-check.js';
import { checkFigures } from './check-figures.js';
import type { PackageProblem } from './package-problem.js';
import type { PackageFile, ReadPackages } from './read-package-files.js';

const shape = compileObjectCheck(registryDefinitionSchema);

/** What is wrong with the registries of all packages, and with fields of forms that look up records of a registry that is not there. */
export function checkRegistries({ packages, sharedForms }: ReadPackages): readonly PackageProblem[] {
  const files = packages.flatMap(({ things }) => things.registries);
  const formFiles = [...sharedForms, ...packages.flatMap(({ things }) => things.forms)];
  const forms = new Map(formFiles.map((file) => [file.key, problemsOfForm(file.json).length === 0 ? (file.json as FormDefinition) : null]));
  const roles = new Set(packages.flatMap((each) => (Array.isArray(each.roles?.json) ? (each.roles.json as Roles).map(({ key }) => key) : [])));
  const keys = new Set(files.map(({ key }) => key));
  return [
    ...files.flatMap((file) => checkRegistry(file, forms, roles)),
    ...formFiles.flatMap((file) => checkLookups(file, forms.get(file.key) ?? null, keys)),
  ];
}

function checkRegistry(file: PackageFile, forms: ReadonlyMap<string, FormDefinition | null>, roles: ReadonlySet<string>): readonly PackageProblem[] {
  const wrong = shape(file.json);
  if (wrong.length > 0) return wrong.map((problem) => ({ file: file.file, ...problem }));
  const registry = file.json as RegistryDefinition;
  const note = (pointer: string, found: string, expected: string): PackageProblem => ({ file: file.file, pointer, found: `"${found}"`, expected });
  const problems = (['read', 'lookup'] as const).flatMap((list) => (registry[list] ?? []).flatMap((role, i) =>
    (roles.has(role) ? [] : [note(`/${list}/${i}`, role, `one of the roles ${[...roles].join(', ')}`)])));
  const form = forms.get(registry.form);
  if (form === undefined) return [...problems, note('/form', registry.form, `one of the forms ${[...forms.keys()].join(', ')}`)];
  // What is wrong with the form is told of the form; its fields are not known then.
  return form === null ? problems : [...problems, ...checkFields(registry, form, note)];
}

function checkFields(registry: RegistryDefinition, form: FormDefinition, note: (pointer: string, found: string, expected: string) => PackageProblem): readonly PackageProblem[] {
  const structure = structureOf(form.schema);
  const shown = new Map<string, FormField>();
  for (const section of form.ui.sections) eachField(section.fields, '', (field, path) => void shown.set(path, field));
  const known = [...shown].filter(([path, { widget }]) => widget !== 'info' && !path.includes('['));
  const at = (path: string): StructureNode | null => nodeAt(structure, parsePath(path));
  const names = (fits: (node: StructureNode) => boolean): string =>
    known.filter(([path]) => { const node = at(path); return node !== null && fits(node); }).map(([path]) => path).join(', ');
  const field = (pointer: string, path: string, fits: (node: StructureNode) => boolean, what: string): readonly PackageProblem[] => {
    const node = at(path);
    return node !== null && fits(node) && known.some(([name]) => name === path) ? [] : [note(pointer, path, `a field of the form "${form.key}" with ${what}: ${names(fits)}`)];
  };
  return [
    ...registry.naturalKey.flatMap((path, i) => field(`/naturalKey/${i}`, path, isValue, 'one value')),
    ...registry.naturalKey.flatMap((path, i) => (isValue(at(path)) && !isRequired(structure, path) ? [note(`/naturalKey/${i}`, path, `a field that the schema of the form "${form.key}" requires: a record without its key is no record`)] : [])),
    ...field('/titleField', registry.titleField, isValue, 'one value'),
    ...registry.columns.flatMap((column, i) => field(`/columns/${i}/field`, column.field, isShowable, 'a value or a list of values')),
    ...registry.columns.flatMap((column, i) => (registry.columns.findIndex((other) => other.field === column.field) === i ? [] : [note(`/columns/${i}/field`, column.field, 'a field that no column before shows')])),
    ...registry.columns.flatMap((column, i) => (column.filter === 'values' || column.filter === 'latest' ? field(`/columns/${i}/field`, column.field, isValue, 'one value, to offer those that the records have') : [])),
    ...checkFigures(registry, { form: form.key, structure, field, note }),
  ];
}

const isValue = (node: StructureNode | null): boolean => node?.kind === 'value';
const isShowable = (node: StructureNode): boolean => isValue(node) || (node.kind === 'list' && node.item.kind === 'value');

/** Required all the way: in an object that may be absent, so is the field. */
function isRequired(structure: StructureNode, path: string): boolean {
  let at: StructureNode | undefined = structure;
  for (const { name } of parsePath(path)) {
    if (at?.kind !== 'object' || !at.required.has(name)) return false;
    at = at.properties.get(name);
  }
  return true;
}

function checkLookups(file: PackageFile, form: FormDefinition | null, registries: ReadonlySet<string>): readonly PackageProblem[] {
  return (form?.ui.sections ?? []).flatMap((section, s) => lookupsIn(section.fields, `/ui/sections/${s}/fields`).flatMap(({ pointer, kind }) => {
    const key = registryOfKind(kind);
    if (key === null || registries.has(key)) return [];
    return [{ file: file.file, pointer, found: `"${kind}"`, expected: registries.size === 0 ? 'a registry: no package has one' : `one of ${[...registries].map((each) => `record:${each}`).join(', ')}` }];
  }));
}

function lookupsIn(fields: readonly FormField[], pointer: string): readonly { readonly pointer: string; readonly kind: string }[] {
  return fields.flatMap((field, i) => {
    if (field.widget === 'rows') return lookupsIn(field.fields, `${pointer}/${i}/fields`);
    if (field.widget !== 'party' && field.widget !== 'parties') return [];
    return (field.partyTypes ?? []).map((kind, k) => ({ pointer: `${pointer}/${i}/partyTypes/${k}`, kind }));
  });
}
