import { clauseName, quote, type LintInput, type RawFinding } from '../lint-facts.js';

/** An administrative act says who controls its execution, in its last clause. */
export function checkControlClause({ model, kind, roleOf, numbers }: LintInput): RawFinding[] {
  if (kind.controlClause !== 'required') return [];
  const at = model.clauses.findIndex((clause) => roleOf(clause) === 'control');
  const control = model.clauses[at];
  if (!control) {
    return [{
      code: 'control-clause-absent', pointer: '/clauses',
      message: { ru: 'Нет пункта о контроле за исполнением', en: 'There is no clause on control of execution' }, found: '',
      expected: { ru: '«Контроль за исполнением … оставляю за собой» или «возложить на …»', en: 'a clause that says who controls execution' },
      remedy: { ru: 'Добавьте последним пункт о контроле', en: 'Add the control clause at the end' },
    }];
  }
  if (at === model.clauses.length - 1) return [];
  return [{
    code: 'control-clause-not-last', clauseId: control.id, pointer: `/clauses/${at}`,
    message: { ru: `Пункт о контроле не последний: ${clauseName(control, numbers).ru}`, en: `The control clause is not the last: ${clauseName(control, numbers).en}` },
    found: quote(control.text), expected: { ru: 'последний пункт', en: 'the last clause' },
    remedy: { ru: 'Переместите пункт о контроле в конец', en: 'Move the control clause to the end' },
  }];
}
