import { cancelOf, typedOf, valueOf } from './planned-change.js';

describe('a value that is typed for a variable', () => {
  it('is of the declared type, and nothing where it cannot be one', () => {
    expect(valueOf('number', ' 12,5 ')).toBe(12.5);
    expect(valueOf('number', 'twelve')).toBeUndefined();
    expect(valueOf('date', '2026-12-01')).toBe('2026-12-01');
    expect(valueOf('date', '1.12.2026')).toBeUndefined();
    expect(valueOf('boolean', 'true')).toBe(true);
    expect(valueOf('list', '[1, 2]')).toEqual([1, 2]);
    expect(valueOf('object', '{')).toBeUndefined();
    expect(valueOf('string', '12')).toBe('12');
    expect(valueOf(null, '12')).toBe(12);
    expect(valueOf(null, 'twelve')).toBe('twelve');
    expect(valueOf('object', '  ')).toBeNull();
  });

  it('is shown as it will be read', () => {
    const value = { title: 'О', clauses: [1] };
    const variable = { name: 'order', title: 'Order', type: 'object' as const, value };
    expect(valueOf('object', typedOf(variable))).toEqual(value);
    expect(typedOf({ ...variable, value: null })).toBe('');
  });
});

describe('a place', () => {
  it('is cancelled with its activity, or as a token that waits', () => {
    const place = { token: 4, node: 'join', title: 'Join', scope: null, scopeTitle: null };
    expect(cancelOf({ ...place, activity: null }).change).toEqual({ kind: 'cancelToken', token: 4 });
    expect(cancelOf({ ...place, activity: 7 }).change).toEqual({ kind: 'cancelActivity', activity: 7 });
  });
});
