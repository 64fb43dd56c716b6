import { flag, oneOf, pageQuery, text } from './page-query.js';

describe('the query of a list', () => {
  it('keeps what it knows and bounds the page', () => {
    expect(pageQuery({ q: ' приказ ', sort: 'dueAt', order: 'desc', limit: '500', after: 'k', foreign: 'x' })).toEqual({ q: 'приказ', sort: 'dueAt', order: 'desc', limit: 100, after: 'k' });
  });

  it.each([[{ limit: '0' }], [{ limit: '-1' }], [{ limit: '1e3' }], [{ order: 'up' }], [{ q: ['a', 'b'] }], [{ q: { $gt: '' } }], [{ q: 'x'.repeat(301) }]])('refuses %j and names the parameter', (query) => {
    expect(() => pageQuery(query)).toThrow(expect.objectContaining({ status: 400, code: 'queryInvalid' }));
  });

  it('reads flags and choices strictly', () => {
    expect(flag({ overdue: 'true' }, 'overdue')).toBe(true);
    expect(oneOf({ scope: 'mine' }, 'scope', ['mine', 'done'])).toBe('mine');
    expect(text({ name: '' }, 'name')).toBeUndefined();
    expect(() => flag({ overdue: '1' }, 'overdue')).toThrow('queryInvalid');
  });
});
