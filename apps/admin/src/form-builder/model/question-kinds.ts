import type { FieldOption, FormDataSchema, FormField, LocalizedText } from '@reglament/contracts';

/** What can be asked, as people name it; several share a widget, and some widgets have no place in the palette yet (rows, clause trees). */
export const QUESTION_KINDS = ['text', 'textarea', 'number', 'scale', 'date', 'choice', 'select', 'choices', 'yesNo', 'consent', 'file', 'files', 'person', 'organisation', 'document', 'info'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Made { readonly field: FormField; readonly schema: FormDataSchema | null }

const FILE: FormDataSchema = {
  type: 'object', required: ['id', 'name'], additionalProperties: false,
  properties: { id: { type: 'string', format: 'file' }, name: { type: 'string', minLength: 1, maxLength: 255 }, size: { type: 'integer', minimum: 0 } },
};

export const scaleOptions = (from: number, to: number): readonly FieldOption[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({ value: from + index, label: String(from + index) }));
export const scaleSchema = (from: number, to: number): FormDataSchema => ({ type: 'integer', enum: scaleOptions(from, to).map(({ value }) => value) });

const firstOptions: readonly FieldOption[] = [{ value: 'o1', label: { ru: 'Вариант 1', en: 'Option 1' } }, { value: 'o2', label: { ru: 'Вариант 2', en: 'Option 2' } }];
export const optionValues = (options: readonly FieldOption[]): readonly unknown[] => options.map(({ value }) => value);

/** A new question of a kind, with what it says until it is worded. */
export function makeQuestion(kind: QuestionKind, path: string, label: LocalizedText): Made {
  switch (kind) {
    case 'text': return { field: { path, widget: 'text', label }, schema: { type: 'string', maxLength: 300 } };
    case 'textarea': return { field: { path, widget: 'textarea', label, lines: 5 }, schema: { type: 'string', maxLength: 4000 } };
    case 'number': return { field: { path, widget: 'number', label }, schema: { type: 'number' } };
    case 'scale': return { field: { path, widget: 'radio', label, options: scaleOptions(1, 5) }, schema: scaleSchema(1, 5) };
    case 'date': return { field: { path, widget: 'date', label }, schema: { type: 'string', format: 'date' } };
    case 'choice': return { field: { path, widget: 'radio', label, options: firstOptions }, schema: { type: 'string', enum: optionValues(firstOptions) } };
    case 'select': return { field: { path, widget: 'select', label, options: firstOptions }, schema: { type: 'string', enum: optionValues(firstOptions) } };
    case 'choices': return { field: { path, widget: 'multiselect', label, options: firstOptions }, schema: { type: 'array', items: { type: 'string', enum: optionValues(firstOptions) }, uniqueItems: true, maxItems: 100 } };
    case 'yesNo': return { field: { path, widget: 'radio', label, options: [{ value: true, label: { ru: 'Да', en: 'Yes' } }, { value: false, label: { ru: 'Нет', en: 'No' } }] }, schema: { type: 'boolean' } };
    case 'consent': return { field: { path, widget: 'checkbox', label }, schema: { type: 'boolean' } };
    case 'file': return { field: { path, widget: 'file', label }, schema: FILE };
    case 'files': return { field: { path, widget: 'files', label }, schema: { type: 'array', items: FILE, maxItems: 20 } };
    case 'person': return { field: { path, widget: 'party', label, partyTypes: ['person'] }, schema: { type: 'string', format: 'party' } };
    case 'organisation': return { field: { path, widget: 'party', label, partyTypes: ['organisation'] }, schema: { type: 'string', format: 'party' } };
    case 'document': return { field: { path, widget: 'document', label }, schema: { type: 'string', format: 'document' } };
    case 'info': return { field: { path, widget: 'info', text: label }, schema: null };
  }
}

/** Which kind a question is; null for one that was made elsewhere and is more than the palette offers. */
export function kindOf(field: FormField, schema: FormDataSchema | null): QuestionKind | null {
  switch (field.widget) {
    case 'text': case 'textarea': case 'number': case 'date': case 'select': case 'file': case 'files': case 'document': case 'info': return field.widget;
    case 'multiselect': return 'choices';
    case 'checkbox': return 'consent';
    case 'radio': return schema?.['type'] === 'integer' ? 'scale' : schema?.['type'] === 'boolean' ? 'yesNo' : 'choice';
    case 'party': return field.partyTypes?.length === 1 && field.partyTypes[0] === 'person' ? 'person' : field.partyTypes?.length === 1 && field.partyTypes[0] === 'organisation' ? 'organisation' : null;
    case 'parties': case 'rows': case 'clauseTree': case 'calculated': return null;
  }
}
