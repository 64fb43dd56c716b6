import type { VersionComparison } from '@reglament/contracts';
import { marksOf } from './marks.js';

const diagram = (...keys: string[]) => ({ nodes: keys.map((key) => ({ key })), flows: [] }) as unknown as VersionComparison['before'];

describe('the marks of two diagrams', () => {
  const comparison: VersionComparison = {
    key: 'p', from: 1, to: 2, before: diagram('write', 'gone'), after: diagram('write', 'come'),
    changes: [
      { kind: 'deadlineChanged', node: 'write', text: '' }, { kind: 'nodeAdded', node: 'come', text: '' }, { kind: 'nodeRemoved', node: 'gone', text: '' }, { kind: 'variableAdded', node: null, text: '' },
    ],
  };

  it('show what went before, what came after, and what has changed in both', () => {
    expect([...marksOf(comparison, 'before')]).toEqual([['write', 'changed'], ['gone', 'removed']]);
    expect([...marksOf(comparison, 'after')]).toEqual([['write', 'changed'], ['come', 'added']]);
  });
});
