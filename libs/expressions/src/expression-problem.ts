/** A text for people in both languages of the product. */
export interface MessageText {
  readonly ru: string;
  readonly en: string;
}

export type ExpressionProblemCode =
  | 'expression.empty' | 'expression.tooLong' | 'expression.tooDeep' | 'expression.syntax' | 'expression.unsupported'
  | 'expression.unknownName' | 'expression.unknownProperty' | 'expression.unknownFunction' | 'expression.wrongArguments'
  | 'expression.forbiddenName' | 'expression.typeMismatch' | 'expression.invalidLiteral' | 'expression.unknownValue' | 'expression.rangeTooLong';

/** Why an expression cannot be used. `from` and `to` are offsets into its text; `found` and `expected` are for people, in English. */
export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  readonly message: MessageText;
  readonly from: number;
  readonly to: number;
  readonly found: string;
  readonly expected: string;
}

/** What went unexpectedly in an evaluation that still has a value (null in most cases). Names of things only, never their values. */
export interface ExpressionWarning {
  readonly code: 'missingName' | 'missingProperty' | 'notComparable' | 'wrongType' | 'wrongArguments' | 'invalidValue' | 'notANumber';
  readonly message: MessageText;
  /** The name that is missing, or the operator or function that could not work. */
  readonly subject: string;
  readonly from: number;
  readonly to: number;
}

/** An evaluation that took more steps or made a larger value than allowed: a fault of the definition, not an answer. */
export class ExpressionLimitError extends Error {
  readonly code = 'expression.limit';

  constructor(readonly limit: 'steps' | 'textLength' | 'listLength', readonly allowed: number) {
    super(`Expression exceeds its limit of ${allowed} (${limit})`);
    this.name = 'ExpressionLimitError';
  }
}
