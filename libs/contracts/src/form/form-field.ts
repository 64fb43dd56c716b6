import type { Condition } from '../condition/condition.schema.js';
import type { LocalizedText } from '../localized-text/localized-text.schema.js';
import type { RecordKind } from '../registry/record-reference.js';
import type { PartyType } from './field-widgets.js';

export interface FieldOption {
  readonly value: string | number | boolean;
  readonly label: LocalizedText;
  readonly description?: LocalizedText;
}

interface FieldCommon {
  /** Dot path into the data; inside `rows` relative to the row. */
  readonly path: string;
  readonly label: LocalizedText;
  readonly help?: LocalizedText;
  readonly placeholder?: LocalizedText;
  /** Columns of a grid of 12; 12 where absent. A narrow screen shows every field in full width. */
  readonly width?: number;
  readonly readOnly?: boolean;
  /** Shown while it holds; in a row the row's fields are in scope, and `form` is the whole data. */
  readonly visible?: Condition;
  /** The author's own words for an error code of this field, e.g. `pattern`. */
  readonly messages?: Readonly<Record<string, LocalizedText>>;
}

export interface TextField extends FieldCommon {
  readonly widget: 'text';
  /** HTML autofill token (WCAG 1.3.5), e.g. `email`. */
  readonly autocomplete?: string;
}
export interface TextareaField extends FieldCommon { readonly widget: 'textarea'; readonly lines?: number }
export interface NumberField extends FieldCommon { readonly widget: 'number'; readonly unit?: LocalizedText }
export interface DateField extends FieldCommon { readonly widget: 'date' }
/** `options` absent: the values of the schema's `enum`, as they stand. */
export interface ChoiceField extends FieldCommon { readonly widget: 'select' | 'radio' | 'multiselect'; readonly options?: readonly FieldOption[] }
export interface CheckboxField extends FieldCommon { readonly widget: 'checkbox' }
export interface PartyField extends FieldCommon {
  readonly widget: 'party' | 'parties';
  /** Types of party, or registries (`record:<registry>`) whose records may be named. */
  readonly partyTypes?: readonly (PartyType | RecordKind)[];
  /** Only people who hold this role. */
  readonly role?: string;
}
export interface DocumentField extends FieldCommon { readonly widget: 'document'; readonly documentKinds?: readonly string[] }
export interface FileField extends FieldCommon {
  readonly widget: 'file' | 'files';
  /** Media types or name endings, as in HTML's `accept`. The server judges the content itself. */
  readonly accept?: readonly string[];
  readonly maxBytes?: number;
}
export interface RowsField extends FieldCommon {
  readonly widget: 'rows';
  readonly fields: readonly FormField[];
  readonly layout?: 'cards' | 'table';
  readonly addLabel?: LocalizedText;
  /** Path inside the row whose value names the row to people. */
  readonly rowTitle?: string;
  /**
   * The rows are those that the form was given out with, in that order: none is added, taken away or moved. Rows that carry an `id` are known
   * by it. What of a row may not be changed either is said by its read-only fields.
   */
  readonly fixed?: boolean;
}

/** What a clause of one type asks for; the schema's `if`/`then` or a rule decides whether it is required. */
export interface ClauseTypeOption {
  readonly value: string;
  readonly label: LocalizedText;
  readonly asks?: readonly ('executor' | 'coExecutors' | 'due' | 'result' | 'controller')[];
}

/** A tree of clauses whose items are the document format's clauses: `id`, `type`, `text`, `executor`, `due`, `clauses` … */
export interface ClauseTreeField extends FieldCommon {
  readonly widget: 'clauseTree';
  readonly clauseTypes: readonly ClauseTypeOption[];
  /** Levels of numbering; 3 where absent, so `1.2.3` is the deepest. */
  readonly maxDepth?: number;
  /** Whether a list may be pasted in as text. */
  readonly pasteImport?: boolean;
  readonly executorTypes?: readonly PartyType[];
}
export interface CalculatedField extends FieldCommon { readonly widget: 'calculated'; readonly shows?: 'text' | 'number' | 'date' | 'percent' }
/** A text between the fields; it holds no data, so `path` is only its key. */
export interface InfoField extends Omit<FieldCommon, 'label'> {
  readonly widget: 'info';
  readonly label?: LocalizedText;
  readonly text: LocalizedText;
  readonly tone?: 'neutral' | 'info' | 'warning';
}

export type FormField =
  | TextField | TextareaField | NumberField | DateField | ChoiceField | CheckboxField | PartyField | DocumentField
  | FileField | RowsField | ClauseTreeField | CalculatedField | InfoField;
