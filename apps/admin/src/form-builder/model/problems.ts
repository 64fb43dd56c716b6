import type { Condition, FormDefinition, FormDraftProblem, FormField, LocalizedText } from '@reglament/contracts';
import { simpleOf, takesValue } from './conditions.js';
import { questionsOf } from './edit-form.js';
import { schemaAt } from './schema-place.js';

/** What is wrong, by message key of the panel; `path`: of the question, null for the form, a number for a section. */
export interface BuilderProblem { readonly at: string | number | null; readonly key: string }

const blank = (text: LocalizedText | undefined): boolean => (typeof text === 'string' ? text : text?.ru ?? '').trim() === '';
const num = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** What a person has left unfinished, found while typing. The server finds the rest; where both find something, this is said. */
export function builderProblems(form: FormDefinition): readonly BuilderProblem[] {
  const problems: BuilderProblem[] = [];
  if (blank(form.title)) problems.push({ at: null, key: 'titleMissing' });
  if (questionsOf(form).every(({ widget }) => widget === 'info')) problems.push({ at: null, key: 'noQuestions' });
  for (const [number, section] of form.ui.sections.entries()) {
    if (blank(section.title)) problems.push({ at: number, key: 'sectionTitleMissing' });
    if (section.fields.length === 0 && questionsOf(form).length > 0) problems.push({ at: number, key: 'sectionEmpty' });
  }
  for (const field of questionsOf(form)) for (const key of questionProblems(form, field)) problems.push({ at: field.path, key });
  return problems;
}

function questionProblems(form: FormDefinition, field: FormField): readonly string[] {
  const found: string[] = [];
  if (blank(field.widget === 'info' ? field.text : field.label)) found.push(field.widget === 'info' ? 'textMissing' : 'labelMissing');
  const schema = schemaAt(form, field.path) ?? {};
  for (const [low, high] of [['minLength', 'maxLength'], ['minimum', 'maximum'], ['minItems', 'maxItems']] as const) {
    const [from, to] = [num(schema[low]), num(schema[high])];
    if (from !== null && to !== null && from > to) found.push('limitsCrossed');
  }
  if ('options' in field && field.options !== undefined) {
    const labels = field.options.map(({ label }) => (typeof label === 'string' ? label : label.ru).trim().toLowerCase());
    if (labels.length === 0) found.push('noOptions');
    if (labels.includes('')) found.push('optionBlank');
    if (new Set(labels).size < labels.length) found.push('optionTwice');
  }
  const condition = conditionProblem(form, field.visible);
  return condition === null ? found : [...found, condition];
}

function conditionProblem(form: FormDefinition, condition: Condition | undefined): string | null {
  const simple = simpleOf(condition);
  if (!simple) return null;
  if (!questionsOf(form).some(({ path }) => path === simple.variable)) return 'conditionOnNothing';
  return takesValue(simple.operator) && (simple.value === undefined || simple.value === '') ? 'conditionUnfinished' : null;
}

/** At which question the server's problem is; null where at none. */
export function questionAt(form: FormDefinition, { pointer }: Pick<FormDraftProblem, 'pointer'>): string | null {
  const [first, ...rest] = pointer.split('/').slice(1);
  if (first === 'ui' && rest[0] === 'sections' && rest[2] === 'fields') return form.ui.sections[Number(rest[1])]?.fields[Number(rest[3])]?.path ?? null;
  if (first === 'rules') {
    const rule = form.rules?.[Number(rest[0])];
    const path = rule && (rule.type === 'check' ? rule.at : rule.path);
    return path === undefined ? null : questionsOf(form).find((field) => path === field.path || path.startsWith(`${field.path}.`) || path.startsWith(`${field.path}[`))?.path ?? null;
  }
  if (first === 'schema') {
    const names: string[] = [];
    for (let at = 0; rest[at] === 'properties' && rest[at + 1] !== undefined; at += 2) names.push(rest[at + 1] ?? '');
    for (let length = names.length; length > 0; length -= 1) {
      const path = names.slice(0, length).join('.');
      if (questionsOf(form).some((field) => field.path === path)) return path;
    }
  }
  return null;
}
