const names = [
  ...['constructor-super', 'for-direction', 'getter-return', 'no-async-promise-executor', 'no-class-assign', 'no-compare-neg-zero', 'no-cond-assign'],
  ...['no-const-assign', 'no-constant-binary-expression', 'no-debugger', 'no-delete-var', 'no-dupe-args', 'no-dupe-class-members'],
  ...['no-dupe-else-if', 'no-dupe-keys', 'no-duplicate-case', 'no-empty', 'no-empty-character-class', 'no-empty-pattern', 'no-ex-assign', 'no-fallthrough'],
  ...['no-func-assign', 'no-import-assign', 'no-irregular-whitespace', 'no-loss-of-precision', 'no-misleading-character-class', 'no-new-native-nonconstructor'],
  ...['no-obj-calls', 'no-octal', 'no-prototype-builtins', 'no-self-assign', 'no-setter-return', 'no-sparse-arrays', 'no-this-before-super'],
  ...['no-unreachable', 'no-unsafe-finally', 'no-unsafe-negation', 'no-unsafe-optional-chaining', 'no-unused-labels', 'no-useless-backreference', 'require-yield'],
  ...['use-isnan', 'valid-typeof', 'no-eval', 'no-new-func', 'no-var', 'prefer-const'],
];

/**
 * ESLint's own rules. Written out, as ESLint 10 no longer brings its recommended set and one more package is not worth a list.
 *
 * @type {import('eslint').Linter.RulesRecord}
 */
export const coreRules = {
  ...Object.fromEntries(names.map((name) => [name, 'error'])),
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'max-lines': ['error', 300],
};
