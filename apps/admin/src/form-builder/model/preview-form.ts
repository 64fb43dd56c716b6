import type { FormDefinition } from '@reglament/contracts';
import { compileFormWith, type CompiledForm } from '@reglament/forms';

/** `oneColumn`: every field in full width, as a narrow screen shows it. As much of the form as can be shown: what is unfinished is left out, so that the rest stays in sight while somebody types. */
export function previewOf(form: FormDefinition, broken: ReadonlySet<string>, oneColumn = false): FormDefinition | null {
  const sections = form.ui.sections.flatMap((section) => {
    const fields = section.fields.filter(({ path }) => !broken.has(path)).map((field) => (oneColumn ? { ...field, width: 12 } : field));
    return fields.length > 0 ? [{ ...section, fields }] : [];
  });
  if (sections.length === 0) return null;
  const shown = new Set(sections.flatMap(({ fields }) => fields.map(({ path }) => path)));
  const rules = (form.rules ?? []).filter((rule) => broken.size === 0 || (rule.type !== 'check' && shown.has(rule.path)));
  const required = Array.isArray(form.schema['required']) ? form.schema['required'].filter((name) => !broken.has(String(name))) : [];
  const { rules: _rules, ...rest } = form;
  return { ...rest, schema: { ...form.schema, required }, ui: { sections }, ...(rules.length > 0 && { rules }) };
}

/** Ready to be shown but not to judge limits: until the draft is saved, its own validator is not there. Null where an expression is broken. */
export function compilePreview(form: FormDefinition): CompiledForm | null {
  try {
    return compileFormWith(form, () => []);
  } catch {
    return null;
  }
}
