import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkModel, replaySteps } from '@reglament/analysis';
import type { ProcessDefinition } from '@reglament/contracts';
import { problemsOf } from '@reglament/engine';
import { mutantsOf } from './mutate.mjs';

/** Larger ones take minutes: `node test/gate/mutations.mjs` does them. */
const MAX_NODES = 45;
const EVERY = 8;

const shipped = readdirSync('workflows').map((name) => path.join('workflows', name, 'processes')).filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
  .map((file) => [path.basename(file, '.json'), JSON.parse(readFileSync(file, 'utf8')) as ProcessDefinition] as const)
  .filter(([, { nodes }]) => Object.keys(nodes).length <= MAX_NODES);

describe('the publish gate over shipped processes', () => {
  test.each(shipped)('finds nothing wrong in %s as it is', (_, definition) => {
    const { faults, complete } = checkModel(definition);
    expect(faults.filter(({ severity }) => severity === 'error').map(({ story }) => story.en.join(' '))).toEqual([]);
    expect(complete).toBe(true);
  });

  test.each(shipped)('sees every state of %s spoilt, and every way to a fault can be gone again', (_, definition) => {
    for (const [i, { how, at, definition: spoilt }] of [...mutantsOf(definition)].entries()) {
      if (i % EVERY !== 0 || problemsOf(spoilt).some(({ severity }) => severity === 'error')) continue;
      const { faults, complete } = checkModel(spoilt as ProcessDefinition);
      expect({ how, at, complete }).toEqual({ how, at, complete: true });
      for (const { code, steps } of faults) if (steps.length > 0) expect([code, replaySteps(spoilt as ProcessDefinition, {}, steps).kind]).toEqual([code, expect.stringMatching(/stands|refused|fault/)]);
    }
  });
});
