/** How a field is shown and filled in. `calculated` and `info` take no input. */
export const FORM_WIDGETS = [
  'text', 'textarea', 'number', 'date', 'select', 'radio', 'checkbox', 'multiselect', 'party', 'parties',
  'document', 'file', 'files', 'rows', 'clauseTree', 'calculated', 'info',
] as const;

export type FormWidget = (typeof FORM_WIDGETS)[number];

/** Kinds of party that a field may be restricted to; a party is the string `person:<id>`, `position:<key>@<organisation id>` … */
export const PARTY_TYPES = ['person', 'organisation', 'position', 'role'] as const;

export type PartyType = (typeof PARTY_TYPES)[number];

/** A document reference as data. */
export const documentReferencePattern = '^document:[0-9a-f-]{36}$';

/** A file reference as data: the sha256 of the content. The name that people see stands beside it in the file's object. */
export const fileReferencePattern = '^file:[0-9a-f]{64}$';
