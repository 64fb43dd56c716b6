/**
 * Rules that ask the type checker. Few, as they cost most of the time of a lint run: forgotten promises and forgotten cases.
 *
 * @type {import('eslint').Linter.RulesRecord}
 */
export const typedRules = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-implied-eval': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/no-unsafe-return': 'error',
};
