import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importBpmn } from '@reglament/bpmn';
import { BETSY_INVALID, bpmnOf, isPresent } from './manifest.js';
import { betsyOptions } from './vocabulary.js';
import { recordSuite } from '../record.js';

interface InvalidCase { readonly file: string; readonly constraint: string }

const present = isPresent(BETSY_INVALID);
const describeSuite = present ? describe : describe.skip;
const cases = present ? (JSON.parse(readFileSync(path.join(BETSY_INVALID, 'manifest.json'), 'utf8')) as { readonly cases: readonly InvalidCase[] }).cases : [];

describeSuite(`models that break one rule of BPMN each${present ? '' : ' (skipped: no suites at REGLAMENT_SUITES)'}`, () => {
  const passed: string[] = [];
  afterAll(() => {
    const failures = cases.map(({ file }) => file).filter((file) => !passed.includes(file));
    recordSuite({ suite: 'bpmn-invalid-betsy', tier: 'all', passed: passed.length, failed: failures.length, failures });
  });

  it('are there', () => {
    expect(cases.length).toBe(89);
  });

  it.each(cases)('$file is refused or imported with a warning, and the element is named', ({ file }) => {
    const text = bpmnOf(BETSY_INVALID, file);
    const answer = importBpmn(text, betsyOptions);
    const told = answer.kind === 'refused' ? answer.problems.map(({ element }) => element) : answer.report.filter(({ message }) => message?.en.startsWith('BPMN forbids it') === true).map(({ element }) => element);
    // A file without a process has nothing of which an element could be at fault but what it has instead.
    const named = [...told, ...answer.report.filter(({ message }) => message?.en.startsWith('BPMN forbids it') === true).map(({ element }) => element)].filter((element) => element !== null);
    expect(named.length).toBeGreaterThan(0);
    for (const element of named) expect(element.startsWith('<') || text.includes(`"${element}"`)).toBe(true);
    passed.push(file);
  });
});
