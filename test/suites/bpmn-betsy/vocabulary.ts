import type { ImportOptions } from '@reglament/bpmn';
import type { Json } from '@reglament/engine';

/** The suite's own short words for conditions and scripts, in the words of the format: how the manifest says they are to be read. */
export const BETSY_HANDLER = 'betsy-script';

/** One file of the suite has a `>` too many behind it. */
const CONTAINS = /^(!?)\s*test\.contains\("(\w+)"\)>?$/;
const LESS = /^integerVariable\s*<\s*(\d+)$/;

export const betsyOptions: ImportOptions = {
  condition: (text) => {
    const [, not, what] = CONTAINS.exec(text) ?? [];
    if (what !== undefined) return not === '!' ? { feel: `not(contains(test, "${what}"))` } : { feel: `contains(test, "${what}")` };
    if (LESS.test(text) || text === 'true' || text === 'false') return { feel: text };
    return { problem: { ru: `условие «${text}»`, en: `the condition “${text}”` } };
  },
  value: (text) => {
    if (/^-?\d+$/.test(text)) return { value: Number(text) };
    return text === '${integerVariable}' ? { variable: 'integerVariable' } : { problem: { ru: `значение «${text}»`, en: `the value “${text}”` } };
  },
  script: (text) => {
    const name = text.startsWith('INCREMENT') ? 'integerVariable' : text.endsWith('_DATA') ? 'data' : null;
    const kept = name === null ? {} : { [name]: { variable: name } };
    return { handler: BETSY_HANDLER, input: { script: { value: text }, ...kept }, ...(name !== null && { output: { [name]: { variable: `result.${name}` } } }) };
  },
  variables: {
    integerVariable: { type: 'number', title: 'integerVariable' }, testCaseNumber: { type: 'number', title: 'testCaseNumber' },
    test: { type: 'string', title: 'test' }, data: { type: 'string', title: 'data' },
  },
};

/** What a script comes to: the words it leaves in the trace, how long it takes, what it gives back; or the error it ends with. */
export type ScriptOutcome =
  | { readonly kind: 'done'; readonly words: readonly string[]; readonly takesMs: number; readonly result: { readonly [name: string]: Json } }
  | { readonly kind: 'error'; readonly code: string };

export function runScript(script: string, input: { readonly [name: string]: Json }): ScriptOutcome {
  const done = (words: readonly string[], result: { readonly [name: string]: Json } = {}, takesMs = 0): ScriptOutcome => ({ kind: 'done', words, takesMs, result });
  if (script === 'CREATE_LOG_FILE') return done([]);
  if (script.startsWith('SCRIPT_')) return done([script]);
  if (script === 'CREATE_MARKER_FILE') return done(['MARKER_exists']);
  if (script === 'SET_STRING_DATA') return done([], { data: 'String' });
  if (script === 'LOG_DATA') return done(input['data'] === 'String' ? ['DATA_correct'] : ['DATA_lost'], { data: input['data'] ?? null });
  if (script === 'INCREMENT_INTEGER_VARIABLE') return done([], { integerVariable: Number(input['integerVariable']) + 1 });
  if (script === 'INCREMENT_INTEGER_VARIABLE_AND_LOG') return done(['INCREMENT_correct'], { integerVariable: Number(input['integerVariable']) + 1 });
  if (script === 'WAIT_TEN_SECONDS') return done([], {}, 10_000);
  if (script.startsWith('CREATE_TIMESTAMP_LOG_')) return done([script], {}, 10_000);
  if (script === 'THROW_ERROR') return { kind: 'error', code: 'ERR_CODE' };
  throw new Error(`the suite's manifest has no script ${script}`);
}
