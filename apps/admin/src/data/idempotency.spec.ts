import { IntentionKey } from './idempotency.js';
import { ApiProblem, NetworkLost, readProblem } from './problem.js';

const counted = (): IntentionKey => {
  let next = 0;
  return new IntentionKey(() => `key-${(next += 1)}`);
};

describe('IntentionKey', () => {
  it('stays the same while no answer came, so that a second press is the same intention', () => {
    const intention = counted();
    const first = intention.for({ outcome: 'send' });
    intention.settled(new NetworkLost(null));
    expect(intention.for({ outcome: 'send' })).toBe(first);
  });

  it('stays the same after a fault of the server, whose fate is unknown', () => {
    const intention = counted();
    const first = intention.for({});
    intention.settled(new ApiProblem(readProblem(503, undefined)));
    expect(intention.for({})).toBe(first);
  });

  it('changes after a refusal, as the corrected answer is a new intention', () => {
    const intention = counted();
    const first = intention.for({});
    intention.settled(new ApiProblem(readProblem(422, { code: 'formInvalid' })));
    expect(intention.for({})).not.toBe(first);
  });

  it('changes when what is sent changes', () => {
    const intention = counted();
    expect(intention.for({ outcome: 'send' })).not.toBe(intention.for({ outcome: 'return' }));
  });
});

describe('readProblem', () => {
  it('makes a problem of a page that a proxy sent instead of the server', () => {
    expect(readProblem(502, '<html>')).toEqual({ type: 'about:blank', title: '502', status: 502, code: 'http502', detail: '' });
  });
});
