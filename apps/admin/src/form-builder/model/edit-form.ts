import type { Condition, FormDataSchema, FormDefinition, FormField, FormRule, FormSection, LocalizedText } from '@reglament/contracts';
import { makeQuestion, type QuestionKind } from './question-kinds.js';
import { schemaAt, withRequired, withSchemaAt } from './schema-place.js';

/** Where a question stands: the number of its section and its number in it. */
export interface Place { readonly section: number; readonly index: number }

export function placeOf(form: FormDefinition, path: string): Place | null {
  for (const [section, { fields }] of form.ui.sections.entries()) {
    const index = fields.findIndex((field) => field.path === path);
    if (index >= 0) return { section, index };
  }
  return null;
}

export function questionsOf(form: FormDefinition): readonly FormField[] {
  return form.ui.sections.flatMap(({ fields }) => fields);
}

/** A name that no question of any version has had: answers are found by it for ever. */
export function freePath(form: FormDefinition, taken: readonly string[]): string {
  const used = new Set([...taken, ...questionsOf(form).map(({ path }) => path), ...Object.keys((form.schema['properties'] ?? {}) as object)]);
  for (let number = 1; ; number += 1) if (!used.has(`q${number}`)) return `q${number}`;
}

const withSections = (form: FormDefinition, sections: readonly FormSection[]): FormDefinition => ({ ...form, ui: { ...form.ui, sections } });
const withFields = (form: FormDefinition, at: number, change: (fields: readonly FormField[]) => readonly FormField[]): FormDefinition =>
  withSections(form, form.ui.sections.map((section, number) => (number === at ? { ...section, fields: change(section.fields) } : section)));

export function addQuestion(form: FormDefinition, { kind, path, label, at }: { readonly kind: QuestionKind; readonly path: string; readonly label: LocalizedText; readonly at: Place }): FormDefinition {
  const { field, schema } = makeQuestion(kind, path, label);
  const shown = withFields(form, at.section, (fields) => fields.toSpliced(at.index, 0, field));
  return schema === null ? shown : withSchemaAt(shown, path, schema);
}

/** Another question like this one, right behind it. */
export function copyQuestion(form: FormDefinition, path: string, as: string): FormDefinition {
  const place = placeOf(form, path);
  const field = questionsOf(form).find((each) => each.path === path);
  if (!place || !field) return form;
  const shown = withFields(form, place.section, (fields) => fields.toSpliced(place.index + 1, 0, { ...field, path: as }));
  const schema = schemaAt(form, path);
  return schema ? withSchemaAt(shown, as, schema) : shown;
}

/** Takes a question away with all that is said of it alone. What other questions say of it stays and is told as a problem: nobody is to lose a rule unseen. */
export function removeQuestion(form: FormDefinition, path: string): FormDefinition {
  const place = placeOf(form, path);
  if (!place) return form;
  const shown = withFields(form, place.section, (fields) => fields.toSpliced(place.index, 1));
  const { rules, ...rest } = withSchemaAt(shown, path, null);
  const left = (rules ?? []).filter((rule) => ruleOf(rule) !== path);
  return left.length > 0 ? { ...rest, rules: left } : rest;
}

const ruleOf = (rule: FormRule): string => (rule.type === 'check' ? rule.at : rule.path);

export function moveQuestion(form: FormDefinition, path: string, to: Place): FormDefinition {
  const from = placeOf(form, path);
  const field = questionsOf(form).find((each) => each.path === path);
  if (!from || !field) return form;
  const without = withFields(form, from.section, (fields) => fields.toSpliced(from.index, 1));
  const index = to.section === from.section && to.index > from.index ? to.index - 1 : to.index;
  return withFields(without, to.section, (fields) => fields.toSpliced(Math.min(index, fields.length), 0, field));
}

/** One place up or down; from the edge of a section into the next one. Null where there is none. */
export function step(form: FormDefinition, path: string, by: -1 | 1): FormDefinition | null {
  const at = placeOf(form, path);
  if (!at) return null;
  const { sections } = form.ui;
  const count = sections[at.section]?.fields.length ?? 0;
  if (by === -1 && at.index > 0) return moveQuestion(form, path, { section: at.section, index: at.index - 1 });
  if (by === 1 && at.index < count - 1) return moveQuestion(form, path, { section: at.section, index: at.index + 2 });
  const section = at.section + by;
  const next = sections[section];
  return next ? moveQuestion(form, path, { section, index: by === 1 ? 0 : next.fields.length }) : null;
}

export type FieldPatch = { readonly [member: string]: unknown };

/** Changes what a question shows; undefined takes a member away. */
export function patchField(form: FormDefinition, path: string, patch: FieldPatch): FormDefinition {
  const place = placeOf(form, path);
  return place ? withFields(form, place.section, (fields) => fields.map((field) => (field.path === path ? (merged(field, patch) as unknown as FormField) : field))) : form;
}

/** Changes what may be answered; undefined takes a keyword away. */
export function patchSchema(form: FormDefinition, path: string, patch: FieldPatch): FormDefinition {
  const schema = schemaAt(form, path);
  return schema ? withSchemaAt(form, path, merged(schema, patch)) : form;
}

function merged(before: object, patch: FieldPatch): FormDataSchema {
  return Object.fromEntries(Object.entries({ ...before, ...patch }).filter(([, value]) => value !== undefined));
}

/** A consent has to be given where it is required; any other question has to be answered. */
export function setRequired(form: FormDefinition, path: string, required: boolean): FormDefinition {
  const field = questionsOf(form).find((each) => each.path === path);
  const asked = withRequired(form, path, required);
  return field?.widget === 'checkbox' ? patchSchema(asked, path, { const: required ? true : undefined }) : asked;
}

export function setVisible(form: FormDefinition, path: string, when: Condition | null): FormDefinition {
  return patchField(form, path, { visible: when ?? undefined });
}

export function addSection(form: FormDefinition, title: LocalizedText): FormDefinition {
  const keys = new Set(form.ui.sections.map(({ key }) => key));
  let number = form.ui.sections.length + 1;
  while (keys.has(`section-${number}`)) number += 1;
  return withSections(form, [...form.ui.sections, { key: `section-${number}`, title, fields: [] }]);
}

export function patchSection(form: FormDefinition, at: number, patch: FieldPatch): FormDefinition {
  return withSections(form, form.ui.sections.map((section, number) => (number === at ? (merged(section, patch) as unknown as FormSection) : section)));
}

/** Its questions go to the section before it (or behind it); the last section stays. */
export function removeSection(form: FormDefinition, at: number): FormDefinition {
  const { sections } = form.ui;
  const gone = sections[at];
  if (!gone || sections.length < 2) return form;
  const heir = at === 0 ? 1 : at - 1;
  return withSections(form, sections.flatMap((section, number) => {
    if (number === at) return [];
    if (number !== heir) return [section];
    return [{ ...section, fields: heir < at ? [...section.fields, ...gone.fields] : [...gone.fields, ...section.fields] }];
  }));
}

export function moveSection(form: FormDefinition, at: number, by: -1 | 1): FormDefinition {
  const section = form.ui.sections[at];
  const to = at + by;
  if (!section || to < 0 || to >= form.ui.sections.length) return form;
  return withSections(form, form.ui.sections.toSpliced(at, 1).toSpliced(to, 0, section));
}
