import { _, type CodeOptions, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { asValidator, type SchemaValidator } from './as-validator.js';
import { FORMATS } from './formats.js';
import { compilePattern } from './pattern.js';
import { FORMATS_MODULE, PATTERN_MODULE } from './runtime.js';

type RegExpEngine = NonNullable<CodeOptions['regExp']>;

const patternEngine: RegExpEngine = Object.assign(
  (pattern: string) => Object.assign(compilePattern(pattern), { toString: () => `/${pattern}/` }) as unknown as ReturnType<RegExpEngine>,
  { code: `require("${PATTERN_MODULE}").compilePattern` },
);

/**
 * AJV compiles to JavaScript by `new Function`; it is the one library that may (decision 10), and only in the server. `ownProperties`:
 * without it `toString` counts as a given field. No `$data` (CVE-2025-69873). The schema has passed `dialectProblems` before.
 */
function ajv(source: boolean): Ajv2020 {
  return new Ajv2020({
    allErrors: true,
    ownProperties: true,
    $data: false,
    strict: false,
    messages: false,
    validateSchema: false,
    validateFormats: true,
    formats: { ...FORMATS },
    logger: false,
    code: { source, regExp: patternEngine, formats: _`require(${FORMATS_MODULE})`, lines: false },
  });
}

export function compileValidator(schema: object | boolean): SchemaValidator {
  return asValidator(ajv(false).compile(schema));
}

/** AJV is CommonJS with a `default` member; Node and Jest unwrap it differently. */
const standaloneCode = (typeof standalone === 'function' ? standalone : (standalone as { default: unknown }).default) as
  (instance: Ajv2020, validate: ValidateFunction) => string;

/**
 * The validator as the text of an ES module without imports: `export default (runtime) => validate`. It is CommonJS inside, whose
 * `require` is the given runtime, so neither the page's policy nor a bundler has to know AJV. Same input, same text.
 */
export function standaloneValidator(schema: object | boolean): string {
  const instance = ajv(true);
  const code = standaloneCode(instance, instance.compile(schema));
  return `export default function validator(require) {\nconst module = { exports: {} };\n${code}\nreturn module.exports;\n}\n`;
}
