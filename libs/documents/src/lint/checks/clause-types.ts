import { clauseName, type LintInput, type RawFinding } from '../lint-facts.js';

/** A clause whose type the kind does not know would escape every other check. */
export function checkClauseTypes({ clauses, kind, numbers }: LintInput): RawFinding[] {
  const known = kind.clauseTypes.map((type) => type.key);
  return clauses
    .filter(({ clause }) => !known.includes(clause.type))
    .map(({ clause, pointer }) => ({
      code: 'unknown-clause-type', clauseId: clause.id, pointer: `${pointer}/type`,
      message: { ru: `Неизвестный тип пункта: ${clauseName(clause, numbers).ru}`, en: `Unknown clause type: ${clauseName(clause, numbers).en}` },
      found: clause.type, expected: { ru: known.join(', ').slice(0, 500), en: known.join(', ').slice(0, 500) },
      remedy: { ru: 'Выберите тип пункта', en: 'Choose the type of the clause' },
    }));
}
