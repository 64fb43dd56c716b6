import { betsyCases, BETSY, isPresent } from './manifest';
import { AWAITED, DISPUTED, judge } from './judge';
import { choices } from './choices';

const present = isPresent(BETSY);
const describeSuite = present ? describe : describe.skip;
const SEEDS = [1, 2, 3];

describeSuite(`betsy, conformance of BPMN engines${present ? '' : ' (skipped: no suites at REGLAMENT_SUITES)'}`, () => {
  const agreed = betsyCases().filter(({ id }) => !DISPUTED.includes(id) && !AWAITED.includes(id));
  const wrongOf = (choose?: (n: number) => number): readonly string[] => agreed.flatMap((betsy) => {
    const judgement = judge(betsy, choose);
    return judgement.verdict === 'failed' ? [`${betsy.id}: ${judgement.why}`] : [];
  });

  it('comes to no trace but the one that the suite expects', () => {
    expect(wrongOf()).toEqual([]);
  });

  it.each([...SEEDS, Number(process.env['SUITE_SEED'] ?? 4)])('comes to the same traces when parallel work is done in any order (seed %d)', (seed) => {
    expect(wrongOf(choices(seed))).toEqual([]);
  });

  it.each(DISPUTED)('does what the file of %s says, where its manifest says something else', (id) => {
    const betsy = betsyCases().find((candidate) => candidate.id === id);
    expect(betsy && judge({ ...betsy, expectedTrace: { SCRIPT_task1: 2, SCRIPT_task2: 1 } })).toEqual({ verdict: 'passed' });
  });

  it('passes the core of the suite', () => {
    const core = betsyCases().filter(({ tier }) => tier === 1);
    expect(core.filter((betsy) => judge(betsy).verdict === 'passed').length).toBeGreaterThanOrEqual(129);
  });
});
