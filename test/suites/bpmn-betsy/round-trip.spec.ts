import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalJson, type ProcessDefinition } from '@reglament/contracts';
import { exportBpmn, importBpmn } from '@reglament/bpmn';
import { BpmnModdle } from 'bpmn-moddle';
import { betsyCases, BETSY, isPresent } from './manifest.js';
import { importOf } from './judge.js';

const workflows = path.resolve(__dirname, '../../../workflows');
const shipped = readdirSync(workflows, { recursive: true, encoding: 'utf8' })
  .filter((file) => /[\\/]processes[\\/][^\\/]+\.json$/.test(file))
  .map((file) => [file, JSON.parse(readFileSync(path.join(workflows, file), 'utf8')) as ProcessDefinition] as const);

const foreign = [...new Set(betsyCases().map(({ file }) => file))].flatMap((file) => {
  const imported = importOf(file);
  return imported.kind === 'imported' ? imported.processes.map(({ definition }) => [`${file} ${definition.key}`, definition] as const) : [];
});

async function expectRoundTrip(definition: ProcessDefinition): Promise<void> {
  const first = exportBpmn(definition);
  const again = importBpmn(first);
  if (again.kind === 'refused') throw new Error(JSON.stringify(again.problems));
  const [back] = again.processes;
  expect(canonicalJson(back?.definition)).toBe(canonicalJson(definition));
  expect(exportBpmn(back?.definition ?? definition)).toBe(first);
  const { warnings } = await new BpmnModdle().fromXML(first);
  expect(warnings.map(({ message }) => message)).toEqual([]);
}

describe('a definition that goes out as BPMN and comes back', () => {
  it.each(shipped)('%s is the same, byte for byte', async (_, definition) => {
    await expectRoundTrip(definition);
  });

  (isPresent(BETSY) ? it : it.skip)('every process of betsy that can be read is the same', async () => {
    expect(foreign.length).toBeGreaterThan(100);
    for (const [, definition] of foreign) await expectRoundTrip(definition);
  });
});
