import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { testPackages, type TestedPackages } from '@reglament/runtime';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Processes whose scenarios must see most of them. */
const WELL_TOLD = ['leave-request', 'order-issuance', 'monitoring-cycle', 'pair-lifecycle', 'group-consultation'];

describe('the scenarios of the packages', () => {
  let tested: TestedPackages;
  beforeAll(async () => { tested = await testPackages(path.resolve(ROOT)); });

  it('are all well formed and hold', () => {
    expect(tested.broken).toEqual([]);
    expect(tested.processes.flatMap(({ scenarios }) => scenarios).filter(({ problems }) => problems.length > 0)).toEqual([]);
  });

  it.each(WELL_TOLD)('see at least four nodes of five of %s', (process) => {
    const { nodes } = tested.processes.find((each) => each.process === process)!.coverage;
    expect({ missing: nodes.missing, enough: nodes.covered >= 0.8 * nodes.all }).toEqual({ missing: nodes.missing, enough: true });
  });
});
