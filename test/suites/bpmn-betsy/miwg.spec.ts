import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exportBpmn, importBpmn, type BpmnImport } from '@reglament/bpmn';
import { canonicalJson, type FlowNode } from '@reglament/contracts';
import { flowsOf } from '@reglament/engine';
import { recordSuite } from '../record.js';
import { bpmnOf, isPresent, MIWG } from './manifest.js';

interface Model {
  readonly file: string;
  readonly processes: readonly {
    readonly id: string;
    readonly flowNodes: readonly { readonly id: string; readonly type: string; readonly name: string | null; readonly attachedTo?: string }[];
    readonly sequenceFlows: readonly (readonly [id: string, source: string, target: string, conditional: boolean])[];
  }[];
}

const present = isPresent(MIWG);
const describeSuite = present ? describe : describe.skip;
const models = present ? (JSON.parse(readFileSync(path.join(MIWG, 'manifest.json'), 'utf8')) as { readonly cases: readonly Model[] }).cases : [];

/** What a node of BPMN may become here. */
const BECOMES: Readonly<Record<string, readonly FlowNode['type'][]>> = {
  task: ['userTask'], intermediateCatchEvent: ['catchEvent'], intermediateThrowEvent: ['throwEvent'],
  // A call of a global task is that task.
  callActivity: ['callActivity', 'userTask'],
};

type Imported = Extract<BpmnImport, { kind: 'imported' }>;
function read(file: string): Imported {
  const answer = importBpmn(bpmnOf(MIWG, file), { incomplete: 'draft' });
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.problems));
  return answer;
}

describeSuite(`reference models of the Model Interchange Working Group${present ? '' : ' (skipped: no suites at REGLAMENT_SUITES)'}`, () => {
  const passed: string[] = [];
  afterAll(() => {
    const questions = ['import', 'round trip', 'report'];
    const failures = models.flatMap(({ file }) => questions.map((question) => `${file}, ${question}`)).filter((name) => !passed.includes(name));
    recordSuite({ suite: 'bpmn-miwg, import, round trip and report', tier: 'all', passed: passed.length, failed: failures.length, failures });
  });

  it.each(models)('every node and flow of $file survives the import', ({ file, processes }) => {
    const { processes: imported, report } = read(file);
    for (const model of processes) {
      const definition = imported.find(({ id }) => id === model.id)?.definition;
      if (model.flowNodes.length === 0) continue;
      const made = new Map(report.filter(({ process, node }) => process === definition?.key && node !== null && node !== '').map(({ element, node }) => [element, node ?? '']));
      const leadsTo = new Set(definition === undefined ? [] : flowsOf(definition).map(({ from, exit }) => `${from} ${exit.to}`));
      for (const { id, type, name, attachedTo } of model.flowNodes) {
        const key = made.get(id) ?? 'nothing';
        if (attachedTo !== undefined) {
          const host = definition?.nodes[made.get(attachedTo) ?? ''];
          expect(host !== undefined && 'on' in host ? host.on?.map((event) => event.key) : []).toContain(key);
          continue;
        }
        const node = definition?.nodes[key];
        expect(BECOMES[type] ?? [type]).toContain(node?.type);
        const title = name?.trim();
        if (title !== undefined && title !== '') expect(node?.title).toBe(title);
      }
      for (const [id, source, target] of model.sequenceFlows) {
        const [from, to] = [made.get(source) ?? '', made.get(target) ?? ''];
        const boundary = model.flowNodes.find((node) => node.id === source)?.attachedTo;
        const start = boundary === undefined ? from : made.get(boundary) ?? '';
        // Several flows that leave one activity leave by a gateway that BPMN does not draw.
        const direct = leadsTo.has(`${start} ${to}`) || [...leadsTo].some((way) => way.startsWith(`${start} ${from}-split`) && leadsTo.has(`${way.slice(start.length + 1)} ${to}`));
        expect([id, direct]).toEqual([id, true]);
      }
    }
    passed.push(`${file}, import`);
  });

  it.each(models)('$file comes back from its own export as it was imported', ({ file }) => {
    for (const { definition } of read(file).processes) {
      const again = importBpmn(exportBpmn(definition));
      expect(again.kind === 'imported' ? canonicalJson(again.processes[0]?.definition) : again.problems).toBe(canonicalJson(definition));
    }
    passed.push(`${file}, round trip`);
  });

  it.each(models)('what is left of $file, foreign extensions too, is in the report', ({ file }) => {
    const text = bpmnOf(MIWG, file);
    const named = new Set(read(file).report.map(({ element }) => element));
    for (const [, id] of text.matchAll(/<(?:\w+:)?(?:dataObject|dataStoreReference|textAnnotation|group|lane|participant|messageFlow) [^>]*?id="([^"]+)"/g)) expect(named).toContain(id);
    if (/<(?:\w+:)?extensionElements>\s*</.test(text)) expect(read(file).report.some(({ message }) => message?.en.includes('extension') === true)).toBe(true);
    passed.push(`${file}, report`);
  });
});
