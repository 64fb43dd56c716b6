/**
 * A path to a field inside a form's data: `title`, `period.from`, `items[].due` (every row), `clauses[**].executor`
 * (every clause of a tree, at every depth). Inside `rows` a field's path is relative to its row.
 */
export const formPathPattern = '^[a-zA-Z][a-zA-Z0-9_]*(\\[(\\*\\*)?\\])?(\\.[a-zA-Z][a-zA-Z0-9_]*(\\[(\\*\\*)?\\])?)*$';

export const formPathSchema = { type: 'string', pattern: formPathPattern, maxLength: 200 } as const;

/** A path without rows: where one field of a section, or of one row, lies. */
export const fieldPathSchema = {
  type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9_]*(\\.[a-zA-Z][a-zA-Z0-9_]*)*$', maxLength: 200,
} as const;
