import { draftFrom } from './document-draft.js';

describe('a draft that is still being typed', () => {
  it('has empty texts where nothing was typed yet: clauses, bases, attachments', () => {
    // given rows that were added and not filled in
    const typed = {
      clauses: [{ id: 'c1', type: 'task', clauses: [{ id: 'c2', type: 'task' }] }],
      basis: [{}, { document: 'План работы', number: '5' }], attachments: [{ pages: 2 }],
    };
    // then every text is a text, and what was typed stands
    expect(draftFrom(typed)).toEqual({
      clauses: [{ id: 'c1', type: 'task', text: '', clauses: [{ id: 'c2', type: 'task', text: '' }] }],
      basis: [{ document: '' }, { document: 'План работы', number: '5' }], attachments: [{ pages: 2, title: '' }],
    });
  });

  it('leaves out what is unknown or null', () => {
    expect(draftFrom({ title: null, preamble: 'В целях', editorial: true })).toEqual({ preamble: 'В целях' });
  });
});
