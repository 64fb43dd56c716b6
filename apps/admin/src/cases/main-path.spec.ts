import type { DiagramView } from '@reglament/contracts';
import { mainPath } from './main-path.js';

const node = (key: string, type: string, parent: string | null = null): DiagramView['nodes'][number] => ({ key, type, title: key, parent, state: 'untouched', count: 0, boundary: [] });
const flow = (from: string, to: string, boundary: string | null = null): DiagramView['flows'][number] => ({ from, to, title: null, taken: false, boundary });

describe('mainPath', () => {
  it('orders the steps of people by their way from the start, whatever the order of the definition', () => {
    const diagram: DiagramView = {
      nodes: [node('sign', 'documentTask'), node('draft', 'userTask'), node('begin', 'startEvent'), node('fork', 'exclusiveGateway'), node('end', 'endEvent')],
      flows: [flow('begin', 'draft'), flow('draft', 'fork'), flow('fork', 'draft'), flow('fork', 'sign'), flow('sign', 'end')],
    };
    expect(mainPath(diagram).map(({ key }) => key)).toEqual(['draft', 'sign']);
  });

  it('leaves out what only a boundary event reaches and what lies inside a sub-process', () => {
    const diagram: DiagramView = {
      nodes: [node('begin', 'startEvent'), node('draft', 'userTask'), node('remind', 'userTask'), node('inner', 'userTask', 'draft')],
      flows: [flow('begin', 'draft'), flow('draft', 'remind', 'late')],
    };
    expect(mainPath(diagram).map(({ key }) => key)).toEqual(['draft']);
  });
});
