import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { diagramOf } from '../diagram/diagram-of.js';
import { explainFlow } from '../explain/explain-flow.js';
import { begin, complete, completionOf, definitionOf, end, factsOf, openNodes, refusalOf, role, startTo, task, taskAt } from '../spec-support/scene.js';

const returned = { title: 'Return', to: 'draft', returnTo: ['facts'], remark: 'required' };
const nodes: { [key: string]: FlowNode } = {
  begin: startTo('facts'), facts: task('draft', { title: 'Facts' }), draft: task('check', { title: 'Draft' }), done: end(),
  check: task('', { title: 'Check', outcomes: { agreed: { title: 'Agreed', to: 'visas' }, returned } }),
  visas: { type: 'approvalTask', title: 'Visas', performers: role('head'), order: 'parallel', quorum: 'all', outcomes: { approved: { title: 'A', to: 'done' }, returned: { ...returned, returnTo: ['facts', 'check'] } } } as FlowNode,
};
const atCheck = () => {
  const scene = begin(nodes);
  complete(scene, 'facts');
  complete(scene, 'draft');
  return scene;
};

describe('an outcome that leads back to a step of choice', () => {
  test('goes to the step that is named, and to its own where none is', () => {
    const scene = atCheck();
    const effects = complete(scene, 'check', { outcome: 'returned', remark: true, returnTo: 'facts' });
    expect(openNodes(scene.instance)).toEqual(['facts']);
    expect(factsOf(effects, 'taskCompleted')).toMatchObject([{ data: { outcome: 'returned', returnTo: 'facts' } }]);
    expect(factsOf(effects, 'flowTaken')).toMatchObject([{ node: 'check', data: { to: 'facts', flow: 'returned>facts' } }]);
    const usual = atCheck();
    complete(usual, 'check', { outcome: 'returned', remark: true });
    expect(openNodes(usual.instance)).toEqual(['draft']);
    expect(factsOf(usual.effects, 'taskCompleted').at(-1)?.data).not.toHaveProperty('returnTo');
  });

  test('refuses a step that it does not name', () => {
    const scene = atCheck();
    const command = { ...completionOf(taskAt(scene.instance, 'check').id, { outcome: 'returned', remark: true }), returnTo: 'visas' };
    expect(refusalOf(scene, command as Parameters<typeof refusalOf>[1])).toEqual({ code: 'unknownReturnTo', returnTo: 'visas', allowed: ['draft', 'facts'] });
  });

  test('is there for approvals: whoever returns chooses', () => {
    const scene = atCheck();
    complete(scene, 'check', { outcome: 'agreed' });
    complete(scene, 'visas', { outcome: 'returned', remark: true, returnTo: 'check' });
    expect(openNodes(scene.instance)).toEqual(['check']);
    expect(explainFlow(definitionOf(nodes), { kind: 'flowTaken', node: 'visas', data: { to: 'check', flow: 'returned>check' } })[0]?.en).toBe('"Visas" ended with "Return", back to "Check"');
  });

  test('is drawn as a flow for each step, and checked like any other', () => {
    const definition = definitionOf(nodes);
    expect(diagramOf(definition).flows.filter(({ from }) => from === 'check').map(({ to, title }) => [to, title])).toEqual([['visas', 'Agreed'], ['draft', 'Return'], ['facts', 'Return']]);
    expect(checkDefinition(definition).kind).toBe('sound');
    const broken = checkDefinition(definitionOf({ ...nodes, check: task('', { outcomes: { agreed: { title: 'A', to: 'visas' }, returned: { ...returned, returnTo: ['draft', 'fact'] } } }) }));
    expect(broken).toMatchObject({ kind: 'broken', problems: [{ code: 'flow.unknownTarget', pointer: '/nodes/check/outcomes/returned/returnTo/1' }] });
  });
});
