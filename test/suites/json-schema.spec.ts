import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recordSuite } from './record.js';
import { compileValidator, dialectProblems, standaloneValidator, validatorRuntime, type StandaloneModule } from '@reglament/forms';

interface SuiteCase { readonly description: string; readonly data: unknown; readonly valid: boolean }
interface SuiteGroup { readonly description: string; readonly schema: unknown; readonly tests: readonly SuiteCase[] }

const suites = process.env['REGLAMENT_SUITES'] ?? path.resolve(__dirname, '../../../shared/suites');
const folder = path.join(suites, 'json-schema-test-suite/tests/draft2020-12');

/** Files that speak of what the form dialect leaves out on purpose. Every other file is run. */
const OUTSIDE: Readonly<Record<string, string>> = {
  'anchor.json': 'no $anchor: references are #/… only',
  'dynamicRef.json': 'no $dynamicRef',
  'refRemote.json': 'no references out of the document',
  'unevaluatedItems.json': 'no unevaluated*',
  'unevaluatedProperties.json': 'no unevaluated*',
  'vocabulary.json': 'no vocabularies of one’s own',
  'content.json': 'no content*: files are references',
  'format.json': 'a form asserts formats; optional/format is run instead',
};

/** Formats whose files are run; the dialect has no others of the suite. */
const FORMAT_FILES = ['date.json', 'date-time.json', 'time.json', 'duration.json', 'email.json', 'uri.json', 'uuid.json'];

/** Cases in which we leave the specification, with the reason. Both validators must still agree on them. */
const KNOWN: Readonly<Record<string, string>> = {
  'properties.json: properties whose names are Javascript object property names: __proto__ not valid': 'AJV takes no property __proto__; a form may not name a field so',
  ...Object.fromEntries([
    'a quoted string with a space in the local part is valid', 'a quoted string with a double dot in the local part is valid',
    'a quoted string with a @ in the local part is valid', 'an IPv4-address-literal after the @ is valid', 'an IPv6-address-literal after the @ is valid',
  ].map((name) => [`optional/format/email.json: validation of e-mail addresses: ${name}`, 'nobody’s address; a slip of the pen far more often'])),
  ...Object.fromEntries([
    'non-numeric port is invalid', 'leading zero in an embedded IPv4 address is invalid', 'square brackets are not allowed in a path segment',
  ].map((name) => [`optional/format/uri.json: validation of URIs: ${name}`, 'AJV’s expression is wider than RFC 3986'])),
};

/** Names of the cases on which the validator differs from the suite, and on which the two validators differ from each other. */
interface Outcome { run: number; outside: number; readonly wrong: string[]; readonly disagree: string[] }

async function runFile(file: string, scratch: string): Promise<Outcome> {
  const groups = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as SuiteGroup[];
  const outcome: Outcome = { run: 0, outside: 0, wrong: [], disagree: [] };
  for (const [index, group] of groups.entries()) {
    if (dialectProblems(group.schema).length > 0) {
      outcome.outside += group.tests.length;
      continue;
    }
    const schema = group.schema as object | boolean;
    const compiled = compileValidator(schema);
    const text = path.join(scratch, `${file.replaceAll('/', '-')}-${index}.mjs`);
    writeFileSync(text, standaloneValidator(schema));
    const standalone = ((await import(text)) as StandaloneModule).default(validatorRuntime);
    for (const test of group.tests) {
      const name = `${file}: ${group.description}: ${test.description}`;
      const verdict = compiled(test.data).length === 0;
      outcome.run += 1;
      if (verdict !== standalone(test.data)) outcome.disagree.push(name);
      if (verdict !== test.valid && KNOWN[name] === undefined) outcome.wrong.push(name);
    }
  }
  return outcome;
}

const present = existsSync(folder);
const describeSuite = present ? describe : describe.skip;

describeSuite(`JSON-Schema-Test-Suite, draft 2020-12${present ? '' : ' (skipped: no suites at REGLAMENT_SUITES)'}`, () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'form-validators-'));
  const total: Outcome = { run: 0, outside: 0, wrong: [], disagree: [] };
  afterAll(() => {
    rmSync(scratch, { recursive: true });
    recordSuite({
      suite: 'json-schema-test-suite, draft 2020-12', tier: 'form dialect', passed: total.run - total.wrong.length, failed: total.wrong.length, failures: total.wrong,
      unsupported: total.outside,
    });
  });
  const files = [
    ...(present ? readdirSync(folder) : []).filter((name) => name.endsWith('.json') && OUTSIDE[name] === undefined),
    ...FORMAT_FILES.map((name) => `optional/format/${name}`),
  ];

  test.each(files)('the compiled and the standalone validator give the suite’s verdict on %s', async (file) => {
    const outcome = await runFile(file, scratch);
    total.run += outcome.run;
    total.outside += outcome.outside;
    total.wrong.push(...outcome.wrong);
    expect(outcome.disagree).toEqual([]);
    expect(outcome.wrong).toEqual([]);
    expect(outcome.run + outcome.outside).toBeGreaterThan(0);
  });
});
