import * as fc from 'fast-check';
import { idFromAddress, taskAddress } from './addresses.js';

const ids = fc.tuple(fc.uuid(), fc.array(fc.nat(500), { maxLength: 3 })).map(([uuid, parts]) => [uuid, ...parts].join('.'));

describe('addresses of tasks', () => {
  it('hold no dot, as the server would take the page for a file', () => {
    fc.assert(fc.property(ids, (id) => expect(taskAddress(id)).not.toContain('.')));
  });

  it('lead back to the id, and so does an address written with dots', () => {
    fc.assert(fc.property(ids, (id) => {
      expect(idFromAddress(decodeURIComponent(taskAddress(id).slice('/tasks/'.length)))).toBe(id);
      expect(idFromAddress(id)).toBe(id);
    }));
  });
});
