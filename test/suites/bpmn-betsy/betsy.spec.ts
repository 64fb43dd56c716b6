import { recordSuite } from '../record.js';
import { betsyCases, BETSY, isPresent } from './manifest.js';
import { DISPUTED, judge } from './judge.js';
import { choices } from './choices.js';

const present = isPresent(BETSY);
const describeSuite = present ? describe : describe.skip;
const SEEDS = [1, 2, 3, Number(process.env['SUITE_SEED'] ?? 4)];
const TIERS = { 1: 'core', 2: 'second', 3: 'exotic' } as const;

/** Elements that the import refuses, and so never reads wrongly. */
const UNSUPPORTED: Readonly<Record<string, RegExp>> = {
  'activities/MultiInstance_ComplexBehavior': /behaviour “Complex”/,
  'activities/Token_Cardinality_Explicit': /numbers of tokens/, 'activities/Token_Cardinality_Default': /numbers of tokens/,
  'activities/Token_Cardinality_Split_Explicit': /numbers of tokens/, 'errors/Token_StartQuantity_Two': /numbers of tokens/,
  'events/Multiple_Parallel_IntermediateEvent': /several definitions/, 'events/Multiple_Parallel_IntermediateEvent_MissingEvent': /several definitions/,
  'events/Multiple_IntermediateEvent_ThrowFirstEventDefinition': /several definitions/, 'events/Multiple_IntermediateEvent_ThrowLastEventDefinition': /several definitions/,
  'events/Multiple_IntermediateThrowEvent': /several definitions/, 'events/Multiple_IntermediateEvent_MissingEvent': /several definitions/,
  'gateways/ComplexGateway': /join by a condition of its own/, 'cfpatterns/WCP09_Structured_Discriminator_ComplexGateway': /join by a condition of its own/,
};

describeSuite(`betsy, conformance of BPMN engines${present ? '' : ' (skipped: no suites at REGLAMENT_SUITES)'}`, () => {
  const judged = (choose?: (n: number) => number) => betsyCases().map((betsy) => ({ betsy, judgement: judge(betsy, choose) }));
  const wrongOf = (all: ReturnType<typeof judged>): readonly string[] => all.flatMap(({ betsy, judgement }) => (judgement.verdict === 'failed' && DISPUTED[betsy.id] === undefined ? [`${betsy.id}: ${judgement.why}`] : []));

  function record(name: string, all: ReturnType<typeof judged>): void {
    for (const tier of [1, 2, 3] as const) {
      const of = all.filter(({ betsy }) => betsy.tier === tier);
      const told = (verdict: string): readonly string[] => of.flatMap(({ betsy, judgement }) => (judgement.verdict === verdict && 'why' in judgement ? [`${betsy.id}: ${judgement.why}`] : []));
      recordSuite({ suite: name, tier: TIERS[tier], passed: of.filter(({ judgement }) => judgement.verdict === 'passed').length, failed: told('failed').length, failures: told('failed').map((why) => (Object.keys(DISPUTED).some((id) => why.startsWith(id)) ? `${why} (disputed: the file says so)` : why)), unsupported: told('unsupported').length, unsupportedCases: name === 'bpmn-betsy' ? told('unsupported') : [] });
    }
  }

  it('comes to no trace but the one that the suite expects', () => {
    const all = judged();
    record('bpmn-betsy', all);
    expect(wrongOf(all)).toEqual([]);
  });

  it.each(SEEDS)('comes to the same traces when parallel work is done in any order (seed %d)', (seed) => {
    const all = judged(choices(seed));
    record(`bpmn-betsy, any order, seed ${seed}`, all);
    expect(wrongOf(all)).toEqual([]);
  });

  it.each(Object.entries(DISPUTED))('does what the file of %s says, where its manifest says something else', (id, expectedTrace) => {
    const betsy = betsyCases().find((candidate) => candidate.id === id);
    expect(betsy && judge({ ...betsy, expectedTrace })).toEqual({ verdict: 'passed' });
  });

  it('refuses what it cannot read, by element, and nothing else', () => {
    const refused = judged().flatMap(({ betsy, judgement }) => (judgement.verdict === 'unsupported' ? [[betsy.id.replace(/#\d+$/, ''), judgement.why] as const] : []));
    for (const [feature, why] of refused) expect([feature, UNSUPPORTED[feature]?.test(why) ?? why]).toEqual([feature, true]);
    expect(new Set(refused.map(([feature]) => feature))).toEqual(new Set(Object.keys(UNSUPPORTED)));
  });

  it('passes the core and the second tier of the suite', () => {
    const passed = (tier: number): number => judged().filter(({ betsy, judgement }) => betsy.tier === tier && judgement.verdict === 'passed').length;
    expect([passed(1), passed(2), passed(3)]).toEqual([131, 25, 35]);
  });
});
