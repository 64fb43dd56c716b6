import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runCommand } from '../run-command.js';

const definition = {
  format: 1, key: 'leave', title: 'Leave',
  nodes: { begin: { type: 'startEvent', next: 'ask' }, ask: { type: 'userTask', title: 'Ask', performers: [{ type: 'starter' }], outcomes: { done: { title: 'Done', to: 'end' } } }, end: { type: 'endEvent' } },
};
const foreign = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/><task id="t" name="Look"/></process></definitions>`;

describe('reglament bpmn', () => {
  let folder: string;
  let lines: string[];
  const run = (...argv: string[]): Promise<number> => {
    lines = [];
    return runCommand(['bpmn', ...argv], { env: {}, print: (line) => lines.push(line), complain: (line) => lines.push(line) });
  };
  const at = (name: string): string => path.join(folder, name);
  beforeEach(async () => { folder = await mkdtemp(path.join(os.tmpdir(), 'reglament-bpmn-')); });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes a definition as BPMN and reads it back as it was', async () => {
    await writeFile(at('leave.json'), JSON.stringify(definition));
    expect(await run('export', at('leave.json'), '--out', at('leave.bpmn'))).toBe(0);
    expect(await run('import', at('leave.bpmn'), '--out', at('back'))).toBe(0);
    expect(JSON.parse(await readFile(at('back/leave.json'), 'utf8'))).toEqual(definition);
  });

  it('tells of a foreign file what was approximated, element by element', async () => {
    await writeFile(at('foreign.bpmn'), foreign);
    expect(await run('import', at('foreign.bpmn'))).toBe(0);
    expect(lines.join('\n')).toMatch(/approximated: task t\n.*\n {2}read as a task of a person/);
    expect(lines.join('\n')).toContain('refused: 0');
  });

  it('gives nothing of a file that cannot be read, and says why', async () => {
    await writeFile(at('bad.bpmn'), '<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>');
    expect(await run('import', at('bad.bpmn'), '--out', at('back'))).toBe(1);
    expect(lines.join('\n')).toContain('DOCTYPE');
    await writeFile(at('bad.json'), JSON.stringify({ ...definition, nodes: { begin: { type: 'fly' } } }));
    expect(await run('export', at('bad.json'))).toBe(1);
    expect(lines.join('\n')).toContain('/nodes/begin');
    expect(await run('export', at('nowhere.json'))).toBe(1);
    expect(await run('fly', at('leave.json'))).toBe(1);
  });
});
