import fc from 'fast-check';
import { problemsOf } from '@reglament/engine';
import { playAll } from '../spec-support/brute-force.js';
import { drillFrom, type Break, type Part } from '../spec-support/random-drill.js';
import { checkModel } from './check-model.js';
import { replaySteps } from './replay-steps.js';

/** `GATE_RUNS=10000` compares so many. */
const numRuns = Number(process.env['GATE_RUNS'] ?? 300);

const leaves = fc.constantFrom<Part>({ kind: 'task' }, { kind: 'choice' }, { kind: 'service' }, { kind: 'wait' });
const parts: fc.Arbitrary<Part> = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 2, depthSize: 'small' }, leaves,
    fc.record({ kind: fc.constantFrom('sequence' as const, 'ask' as const, 'decide' as const, 'fork' as const, 'share' as const), parts: fc.array(tie('part'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constantFrom('loop' as const, 'sub' as const, 'timed' as const, 'beside' as const), part: tie('part') }),
  ),
})).part;
const breaks = fc.array(fc.record<Break>({ how: fc.constantFrom('redirect' as const, 'swap' as const, 'drop' as const), at: fc.nat(40), to: fc.nat(40) }), { maxLength: 3 });

const STOPS = new Set(['model.joinWaits', 'model.stuck', 'model.noEnd', 'model.noPerformer', 'model.noFlow']);
/** What the check of definitions knows without running anything: here it is to be found by running. */
const RUNNING: ReadonlySet<string> = new Set(['flow.joinNeverFires', 'flow.noWayOut']);
const told = { sound: 0, faulty: 0, left: 0 };
afterAll(() => { if (process.env['GATE_RUNS'] !== undefined) process.stdout.write(`${JSON.stringify(told)}\n`); });

describe('the publish gate and a player of every case, over small processes whole and broken', () => {
  test('agree on whether some case stops, runs round, opens a step twice, and which steps no case comes to', () => {
    fc.assert(fc.property(parts, breaks, (part, broken) => {
      const definition = drillFrom(part, broken);
      if (problemsOf(definition).some(({ severity, code }) => severity === 'error' && !RUNNING.has(code))) {
        told.left++;
        return;
      }
      const played = playAll(definition);
      const { faults, bounds } = checkModel(definition);
      if (played === 'tooLarge' || bounds.some(({ bound }) => bound !== 'crowd')) {
        told.left++;
        return;
      }
      // A join that waits in vain until a timer takes the sub-process away is a warning: the case does come to its end.
      const stops = faults.some(({ code, severity }) => STOPS.has(code) && severity === 'error');
      if (played.stops || played.endless) told.faulty++;
      else told.sound++;
      const endless = faults.some(({ code }) => code === 'model.endless');
      // A case that would run round is refused the step, and so stands: the gate tells it once.
      expect({ stops: stops || endless, endless, twice: faults.filter(({ code }) => code === 'model.twice').map(({ node }) => node).sort() })
        .toEqual({ stops: played.stops || played.endless, endless: played.endless, twice: played.twice });
      if (!played.stops && !played.endless) expect(faults.some(({ code }) => code === 'model.deadStep')).toBe(played.never.length > 0);
      for (const { code, steps } of faults) if (code !== 'model.deadStep') expect(replaySteps(definition, {}, steps).kind).toBe(code === 'model.endless' ? 'refused' : 'stands');
    }), { numRuns });
  });
});
