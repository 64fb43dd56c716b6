import type { FormWidget } from '@reglament/contracts';
import type { ComponentType } from 'react';
import { calculatedField } from './calculated-field.js';
import { checkboxField } from './checkbox-field.js';
import { clauseTreeField } from './clause-tree-field.js';
import { dateField } from './date-field.js';
import { documentField } from './document-field.js';
import type { FieldProps, FieldType } from './field-type.js';
import { fileField } from './file-field.js';
import { filesField } from './files-field.js';
import { infoField } from './info-field.js';
import { multiselectField } from './multiselect-field.js';
import { numberField } from './number-field.js';
import { partiesField } from './parties-field.js';
import { partyField } from './party-field.js';
import { radioField } from './radio-field.js';
import { rowsField } from './rows-field.js';
import { selectField } from './select-field.js';
import { textField } from './text-field.js';
import { textareaField } from './textarea-field.js';

/** Every widget of the format has its file here; the compiler says which one is missing. */
const fieldTypes: { readonly [W in FormWidget]: FieldType<W> } = {
  text: textField, textarea: textareaField, number: numberField, date: dateField, select: selectField, radio: radioField,
  checkbox: checkboxField, multiselect: multiselectField, party: partyField, parties: partiesField, document: documentField,
  file: fileField, files: filesField, rows: rowsField, clauseTree: clauseTreeField, calculated: calculatedField, info: infoField,
};

interface AnyFieldType { readonly Input: ComponentType<FieldProps<FormWidget>>; readonly Reading: ComponentType<FieldProps<FormWidget>> }

/** The field's own `widget` chose the type, so its component takes exactly this field; the compiler cannot follow that. */
export function fieldTypeOf(widget: FormWidget): AnyFieldType {
  return fieldTypes[widget] as unknown as AnyFieldType;
}
