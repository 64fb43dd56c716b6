import type { FormDefinition, FormField } from '@reglament/contracts';
import { equalJson } from '@reglament/forms';
import { addSection, patchSection, placeOf, questionsOf } from './edit-form.js';
import { isRequired, schemaAt, withRequired, withSchemaAt } from './schema-place.js';

/** Both people's changes in one form. `clashes`: questions that both have changed; mine stands there, and theirs is named to the person. */
export interface MergedForms { readonly form: FormDefinition; readonly clashes: readonly FormField[] }

/**
 * Puts my changes and another person's together, question by question (decision 12: nothing is lost unseen). What one of us left alone is the
 * other's; a question that one took away and the other changed stays. Order and sections are theirs, with mine where only I changed them.
 */
export function mergeForms(base: FormDefinition, mine: FormDefinition, theirs: FormDefinition): MergedForms {
  const clashes: FormField[] = [];
  const structure = equalJson(outline(base), outline(mine)) ? theirs : equalJson(outline(base), outline(theirs)) ? mine : null;
  let form = structure ?? theirs;
  form = { ...form, title: pick(base.title, mine.title, theirs.title) };
  if (structure === null) form = withMissing(form, mine);
  for (const path of new Set([...questionsOf(mine), ...questionsOf(theirs)].map((field) => field.path))) {
    const [was, own, other] = [base, mine, theirs].map((each) => wholeQuestion(each, path)) as [Whole | null, Whole | null, Whole | null];
    if (equalJson(own, other)) continue;
    const changedByMe = !equalJson(was, own);
    const changedByThem = !equalJson(was, other);
    if (own === null && changedByMe && !changedByThem) form = without(form, path);
    else if (other === null && changedByThem && !changedByMe) form = without(form, path);
    else {
      const kept = changedByMe && own !== null ? own : other ?? own;
      if (kept) form = put(form, kept, placeOf(mine, path) ?? placeOf(theirs, path));
      if (changedByMe && changedByThem && other !== null) clashes.push(other.field);
    }
  }
  return { form, clashes };
}

interface Whole { readonly field: FormField; readonly schema: object | null; readonly required: boolean }

function wholeQuestion(form: FormDefinition, path: string): Whole | null {
  const field = questionsOf(form).find((each) => each.path === path);
  return field ? { field, schema: schemaAt(form, path), required: isRequired(form, path) } : null;
}

/** What stands where, without what it says. */
const outline = (form: FormDefinition): unknown => form.ui.sections.map(({ fields, ...section }) => ({ ...section, fields: fields.map(({ path }) => path) }));

function pick<Value>(base: Value, mine: Value, theirs: Value): Value {
  return equalJson(base, mine) ? theirs : mine;
}

/** Sections that only I have added. */
function withMissing(form: FormDefinition, mine: FormDefinition): FormDefinition {
  let whole = form;
  for (const section of mine.ui.sections) {
    if (whole.ui.sections.some(({ key }) => key === section.key)) continue;
    whole = addSection(whole, section.title);
    whole = patchSection(whole, whole.ui.sections.length - 1, { key: section.key });
  }
  return whole;
}

function without(form: FormDefinition, path: string): FormDefinition {
  const sections = form.ui.sections.map((section) => ({ ...section, fields: section.fields.filter((field) => field.path !== path) }));
  return withSchemaAt({ ...form, ui: { ...form.ui, sections } }, path, null);
}

function put(form: FormDefinition, { field, schema, required }: Whole, near: { readonly section: number; readonly index: number } | null): FormDefinition {
  const at = placeOf(form, field.path);
  const last = form.ui.sections.length - 1;
  const sections = form.ui.sections.map((section, number) => {
    if (at) return number === at.section ? { ...section, fields: section.fields.map((each) => (each.path === field.path ? field : each)) } : section;
    return number === Math.min(near?.section ?? last, last) ? { ...section, fields: section.fields.toSpliced(near?.index ?? section.fields.length, 0, field) } : section;
  });
  const shown = { ...form, ui: { ...form.ui, sections } };
  return schema ? withRequired(withSchemaAt(shown, field.path, schema as FormDefinition['schema']), field.path, required) : shown;
}
