import type { FormDefinition } from '@reglament/contracts';
import { structureOf } from '../structure/structure.js';
import { exceededLimit } from '../judge/data-limits.js';
import { dialectProblems } from './dialect-problems.js';
import type { FormProblem } from './form-problem.js';
import { formProblem } from './form-problem.js';
import { metaProblems } from './meta-problems.js';
import { recursionProblems } from './recursion-problems.js';
import { ruleProblems } from './rule-problems.js';
import { shapeProblems } from './shape-problems.js';
import { structureProblems } from './structure-problems.js';
import { uiProblems } from './ui-problems.js';

const TOO_LARGE: ReadonlySet<string> = new Set(['schema.size', 'schema.depth', 'schema.nodes']);

/**
 * Everything that is wrong with a form document, at once; an empty list means that it may be published and compiled. `json` is the parsed
 * document, of whatever shape. Later checks rest on earlier ones: where the document has not the shape of a form, or the schema is not
 * of the dialect, what builds on that is not judged.
 */
export function problemsOfForm(json: unknown): FormProblem[] {
  const exceeded = exceededLimit(json);
  if (exceeded !== null) return [formProblem('schema.size', '', `${exceeded.limit} > ${exceeded.allowed}`)];
  const shape = shapeProblems(json);
  if (shape.length > 0) return shape;
  const definition = json as FormDefinition;
  const dialect = dialectProblems(definition.schema, '/schema');
  if (dialect.some(({ code }) => TOO_LARGE.has(code))) return dialect;
  const schema = [...dialect, ...metaProblems(definition.schema, '/schema')];
  if (schema.length > 0) return schema;
  const recursion = recursionProblems(definition.schema, '/schema');
  if (recursion.length > 0) return recursion;
  const structural = structureProblems(definition.schema, '/schema');
  const structure = structureOf(definition.schema);
  if (structure.kind !== 'object') return structural;
  return [...structural, ...uiProblems(definition, structure), ...ruleProblems(definition, structure)];
}
