import type { DiagramView } from '@reglament/contracts';
import { mainPath } from './main-path.js';

type State = 'active' | 'passed' | 'untouched';
const node = (key: string, type: string, parent: string | null = null, state: State = 'untouched'): DiagramView['nodes'][number] => ({ key, type, title: key, parent, state, count: 0, boundary: [] });
const flow = (from: string, to: string, boundary: string | null = null): DiagramView['flows'][number] => ({ from, to, title: null, taken: false, boundary });
const keys = (diagram: DiagramView): readonly string[] => mainPath(diagram).map(({ key }) => key);

describe('mainPath', () => {
  it('orders the steps of people by their way from the start, whatever the order of the definition', () => {
    expect(keys({
      nodes: [node('sign', 'documentTask'), node('draft', 'userTask'), node('begin', 'startEvent'), node('fork', 'exclusiveGateway'), node('end', 'endEvent')],
      flows: [flow('begin', 'draft'), flow('draft', 'fork'), flow('fork', 'draft'), flow('fork', 'sign'), flow('sign', 'end')],
    })).toEqual(['draft', 'sign']);
  });

  it('leaves out what only a boundary event reaches', () => {
    expect(keys({ nodes: [node('begin', 'startEvent'), node('draft', 'userTask'), node('remind', 'userTask')], flows: [flow('begin', 'draft'), flow('draft', 'remind', 'late')] })).toEqual(['draft']);
  });

  it('shows a phase as the steps that lie in it', () => {
    expect(keys({
      nodes: [node('begin', 'startEvent'), node('phase', 'subProcess'), node('inner', 'startEvent', 'phase'), node('draft', 'userTask', 'phase'), node('list', 'subProcess', 'phase'), node('item', 'userTask', 'list')],
      flows: [flow('begin', 'phase'), flow('inner', 'draft'), flow('draft', 'list')],
    })).toEqual(['draft', 'list']);
  });

  it('shows a phase that is gone through for each item as one step, and none that the system goes through alone', () => {
    expect(keys({
      nodes: [
        node('begin', 'startEvent'), { ...node('collect', 'subProcess'), repeated: true }, node('inner', 'startEvent', 'collect'), node('fill', 'userTask', 'collect'),
        { ...node('assess', 'subProcess'), repeated: true }, node('table', 'businessRuleTask', 'assess'), node('note', 'userTask'),
      ],
      flows: [flow('begin', 'collect'), flow('inner', 'fill'), flow('collect', 'assess'), flow('assess', 'note')],
    })).toEqual(['collect', 'note']);
  });

  it('shows what may be done in any order as one step', () => {
    expect(keys({
      nodes: [node('begin', 'startEvent'), node('plan', 'userTask'), node('practice', 'adHocSubProcess'), node('meeting', 'userTask', 'practice'), node('product', 'userTask')],
      flows: [flow('begin', 'plan'), flow('plan', 'practice'), flow('practice', 'product')],
    })).toEqual(['plan', 'practice', 'product']);
  });

  it('shows a step that only leads back once it was entered', () => {
    const diagram = (state: State): DiagramView => ({
      nodes: [node('begin', 'startEvent', null, 'passed'), node('draft', 'userTask', null, 'passed'), node('visa', 'approvalTask', null, 'active'), node('rework', 'userTask', null, state), node('sign', 'documentTask')],
      flows: [flow('begin', 'draft'), flow('draft', 'visa'), flow('visa', 'rework'), flow('rework', 'visa'), flow('visa', 'sign')],
    });
    expect(keys(diagram('untouched'))).toEqual(['draft', 'visa', 'sign']);
    expect(keys(diagram('passed'))).toEqual(['draft', 'visa', 'rework', 'sign']);
  });

  it('puts a step that was entered before those that lie ahead, however far from the start it was drawn', () => {
    expect(keys({
      nodes: [node('begin', 'startEvent', null, 'passed'), node('visa', 'approvalTask', null, 'active'), node('sign', 'documentTask'), node('rework', 'userTask', null, 'passed'), node('record', 'documentTask')],
      flows: [flow('begin', 'visa'), flow('visa', 'sign'), flow('sign', 'rework'), flow('rework', 'visa'), flow('sign', 'record')],
    })).toEqual(['visa', 'rework', 'sign', 'record']);
  });

  it('leaves out the branch that was not taken', () => {
    expect(keys({
      nodes: [node('begin', 'startEvent', null, 'passed'), node('fork', 'exclusiveGateway', null, 'passed'), node('together', 'approvalTask', null, 'active'), node('in-turn', 'approvalTask'), node('sign', 'documentTask')],
      flows: [flow('begin', 'fork'), flow('fork', 'together'), flow('fork', 'in-turn'), flow('together', 'sign'), flow('in-turn', 'sign')],
    })).toEqual(['together', 'sign']);
  });
});
