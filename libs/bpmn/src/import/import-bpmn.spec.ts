import type { ProcessDefinition } from '@reglament/contracts';
import { exportBpmn } from '../export/export-bpmn.js';
import { importBpmn, type BpmnImport } from './import-bpmn.js';
import type { ImportOptions } from './import-options.js';

const file = (content: string, more = ''): string => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">${more}<process id="Процесс 1" name="Процесс">${content}</process></definitions>`;
const flow = (id: string, from: string, to: string, inner = ''): string => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`;
const feel = (text: string): string => `<conditionExpression language="FEEL">${text}</conditionExpression>`;

function imported(xml: string, options?: ImportOptions): Extract<BpmnImport, { kind: 'imported' }> {
  const answer = importBpmn(xml, options);
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.problems));
  return answer;
}
const nodesOf = (xml: string, options?: ImportOptions) => imported(xml, options).processes[0]?.definition.nodes;
const refusedAt = (xml: string, options?: ImportOptions): readonly (string | null)[] => {
  const answer = importBpmn(xml, options);
  return answer.kind === 'refused' ? answer.problems.map(({ element }) => element) : [];
};

describe('a foreign file', () => {
  it('gives keys of Latin letters to whatever ids it has, each once', () => {
    const { processes } = imported(file(`<startEvent id="Старт"/>${flow('f', 'Старт', '_1')}<task id="_1"/>${flow('g', '_1', '1')}<task id="1"/>`));
    expect(processes[0]?.definition.key).toBe('protsess-1');
    expect(Object.keys(processes[0]?.definition.nodes ?? {})).toEqual(expect.arrayContaining(['start', 'n-1', 'n-1-2']));
  });

  it('has a start and an end where it leaves them undrawn, and says so', () => {
    const answer = imported(file('<task id="a"/>'));
    expect(answer.processes[0]?.definition.nodes).toMatchObject({ 'protsess-1-start': { type: 'startEvent', next: 'a' }, a: { outcomes: { done: { to: 'a-end' } } }, 'a-end': { type: 'endEvent' } });
    expect(answer.report.filter(({ verdict }) => verdict === 'approximated').map(({ element }) => element)).toContain('Процесс 1');
  });

  it('splits by a gateway of its own where several flows leave one node: always taken ones beside those that are asked', () => {
    const tasks = '<startEvent id="s"/><task id="a" default="d"/><task id="b"/><task id="c"/><task id="e"/>';
    const nodes = nodesOf(file(`${tasks}${flow('f', 's', 'a')}${flow('n', 'a', 'b')}${flow('q', 'a', 'c', feel('x &gt; 1'))}${flow('d', 'a', 'e')}`));
    expect(nodes).toMatchObject({
      a: { outcomes: { done: { to: 'a-split-2' } } }, 'a-split-2': { type: 'parallelGateway', flows: [{ to: 'b' }, { to: 'a-split' }] },
      'a-split': { type: 'inclusiveGateway', flows: [{ to: 'c', when: { feel: 'x > 1' } }, { to: 'e', default: true }] },
    });
  });

  it('is refused at the element whose condition, script or call nobody here can read', () => {
    const start = `<startEvent id="s"/>${flow('f', 's', 'a')}`;
    expect(refusedAt(file(`${start}<scriptTask id="a"><script>alert(1)</script></scriptTask>`))).toEqual(['a']);
    expect(refusedAt(file(`${start}<callActivity id="a"/>`))).toEqual(['a']);
    expect(refusedAt(file(`${start}<exclusiveGateway id="a"/><task id="b"/><task id="c"/>${flow('g', 'a', 'b', '<conditionExpression language="groovy">x</conditionExpression>')}${flow('h', 'a', 'c', feel('y'))}`))).toEqual(['g']);
  });

  it('takes scripts, performers and conditions as the options read them', () => {
    const nodes = nodesOf(file(`<laneSet id="l"><lane id="m" name="Methodist"><flowNodeRef>b</flowNodeRef></lane></laneSet><startEvent id="s"/>${flow('f', 's', 'a')}<scriptTask id="a"><script>go</script></scriptTask>${flow('g', 'a', 'b')}<userTask id="b"/>`), {
      script: (text) => ({ handler: 'script', input: { text: { value: text } } }),
    });
    expect(nodes).toMatchObject({ a: { type: 'serviceTask', handler: 'script', input: { text: { value: 'go' } } }, b: { performers: [{ type: 'role', role: 'methodist' }] } });
  });

  it('may be a drawing that is finished here: what is not written yet never holds, and is told', () => {
    const xml = file(`<startEvent id="s"/>${flow('f', 's', 'a')}<exclusiveGateway id="a"/><task id="b"/><task id="c"/>${flow('g', 'a', 'b')}${flow('h', 'a', 'c')}`);
    expect(refusedAt(xml)).toEqual(['g', 'h']);
    const answer = imported(xml, { incomplete: 'draft' });
    expect(answer.processes[0]?.definition.nodes).toMatchObject({ a: { flows: [{ to: 'b', when: { feel: 'false' } }, { to: 'c', when: { feel: 'false' } }] } });
    expect(answer.report.filter(({ element, verdict }) => (element === 'g' || element === 'h') && verdict === 'approximated')).toHaveLength(2);
  });

  it('is nothing at all where it is no BPMN or has no process', () => {
    expect(importBpmn('<a/>')).toMatchObject({ kind: 'refused', problems: [{ code: 'notBpmn' }] });
    expect(importBpmn('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>')).toMatchObject({ kind: 'refused', problems: [{ code: 'noProcess' }] });
    expect(importBpmn('<!DOCTYPE a><a/>')).toMatchObject({ kind: 'refused', problems: [{ code: 'doctype' }] });
  });
});

describe('an export of ours', () => {
  const definition: ProcessDefinition = { format: 1, key: 'leave', title: 'Leave', nodes: { begin: { type: 'startEvent', next: 'ask' }, ask: { type: 'userTask', title: 'Ask', performers: [{ type: 'role', role: 'clerk' }], due: { workingDays: 2 }, outcomes: { done: { title: 'Done', to: 'end' } } }, end: { type: 'endEvent' } } };

  it('is still untouched when only its boxes were moved', () => {
    const moved = exportBpmn(definition).replaceAll(/ x="\d+"/g, ' x="7"');
    expect(imported(moved).processes[0]?.definition).toEqual(definition);
  });

  it('is read as it is drawn once something in it was changed, and says what went', () => {
    const answer = imported(exportBpmn(definition).replace('name="Ask"', 'name="Ask twice"'));
    expect(answer.processes[0]?.definition.nodes['ask']).toMatchObject({ title: 'Ask twice', performers: [{ type: 'starter' }] });
    expect(answer.report.filter(({ element, message }) => element === 'ask' && message?.en.includes('changed after its export') === true)).toHaveLength(1);
  });

  it('with a word of its own that no definition has is refused like any other', () => {
    const forged = exportBpmn({ ...definition, nodes: { ...definition.nodes, ask: { ...definition.nodes.ask, surprise: 1 } as never } });
    expect(refusedAt(forged)).toEqual(['ask']);
  });
});
