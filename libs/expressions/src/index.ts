export {
  compileExpression, type BrokenExpression, type CompiledExpression, type CompileExpressionOptions, type Evaluation, type EvaluationContext,
} from './compile-expression.js';
export { ExpressionLimitError, type ExpressionProblem, type ExpressionProblemCode, type ExpressionWarning, type MessageText } from './expression-problem.js';
export { LIMITS } from './limits.js';
export type { NameType, NameTypes, ValueType } from './name-types.js';
export { toPlain } from './to-plain.js';
export {
  compileCondition, type BrokenCondition, type CompiledCondition, type ConditionProblem, type ConditionTest,
} from './condition/compile-condition.js';
export { explainCondition, type ExplainOptions, type Explanation } from './condition/explain-condition.js';
export {
  compileDecisionTable, type BrokenDecisionTable, type CompiledDecisionTable, type Decision, type DecisionTableProblem,
} from './decision-table/compile-decision-table.js';
export { gapsAndOverlaps, type ExampleInputs, type Gap, type GapsAndOverlaps, type Overlap } from './decision-table/gaps-and-overlaps.js';
