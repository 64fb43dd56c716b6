import type { FormDefinition, FormField } from '@reglament/contracts';
import { equalJson } from '@reglament/forms';
import { placeOf, questionsOf } from './edit-form.js';
import { isRequired, schemaAt } from './schema-place.js';

/** What a new version of a form changes for those who fill it in and those who read answers. */
export interface FormChange { readonly kind: 'added' | 'removed' | 'reworded' | 'limits' | 'required' | 'optional' | 'shown' | 'moved'; readonly field: FormField }

/** Question by question; a question keeps its name through rewording, so it is the same question. */
export function compareForms(before: FormDefinition, after: FormDefinition): readonly FormChange[] {
  const was = new Map(questionsOf(before).map((field) => [field.path, field]));
  const is = new Map(questionsOf(after).map((field) => [field.path, field]));
  const order = (form: FormDefinition): readonly string[] => questionsOf(form).flatMap(({ path }) => (was.has(path) && is.has(path) ? [path] : []));
  const moved = !equalJson(order(before), order(after));
  return [
    ...[...is.values()].flatMap((field): readonly FormChange[] => {
      const old = was.get(field.path);
      if (!old) return [{ kind: 'added', field }];
      const changes: FormChange['kind'][] = [];
      const { visible: wasVisible, ...oldWords } = old;
      const { visible, ...words } = field;
      if (!equalJson(oldWords, words)) changes.push('reworded');
      if (!equalJson(schemaAt(before, field.path), schemaAt(after, field.path))) changes.push('limits');
      const [required, wasRequired] = [isRequired(after, field.path), isRequired(before, field.path)];
      if (required !== wasRequired) changes.push(required ? 'required' : 'optional');
      if (!equalJson(wasVisible ?? null, visible ?? null)) changes.push('shown');
      if (moved && placeOf(before, field.path)?.index !== placeOf(after, field.path)?.index) changes.push('moved');
      return changes.map((kind) => ({ kind, field }));
    }),
    ...[...was.values()].filter(({ path }) => !is.has(path)).map((field): FormChange => ({ kind: 'removed', field })),
  ];
}
