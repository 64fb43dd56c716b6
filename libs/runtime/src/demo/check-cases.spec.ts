import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readPackageFiles } from '../packages/read-package-files.js';
import { checkCases } from './check-cases.js';
import { samplePackages } from './testing/sample-packages.js';

const performers = [{ type: 'role', role: 'chief' }];
const tour = {
  format: 1, key: 'tour', title: 'Tour', nodes: {
    begin: { type: 'startEvent', performers, next: 'walk' },
    walk: { type: 'adHocSubProcess', title: 'Walk', until: { feel: 'completed > 1' }, next: 'report' },
    look: { type: 'userTask', title: 'Look', in: 'walk', performers, outcomes: { seen: { title: 'Seen', to: 'looked' } } }, looked: { type: 'endEvent', in: 'walk' },
    report: { type: 'callActivity', title: 'Report', process: 'report', next: 'end' }, end: { type: 'endEvent' },
  },
};
const report = { format: 1, key: 'report', title: 'Report', nodes: { begin: { type: 'startEvent', performers, next: 'write' }, write: { type: 'userTask', title: 'Write', performers, outcomes: { sent: { title: 'Sent', to: 'end' } } }, end: { type: 'endEvent' } } };
const begun = { key: 'first', definition: 'tour', starter: 'one', steps: [{ as: 'one', task: 'walk', outcome: 'look' }, { as: 'one', task: 'look', outcome: 'seen' }] };

describe('the cases of a demo package', () => {
  let root: string;
  beforeEach(async () => { root = await mkdtemp(path.join(os.tmpdir(), 'reglament-check-cases-')); });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const problems = async (cases: unknown): Promise<readonly (readonly [string, string])[]> => {
    await samplePackages(root, { cases });
    await mkdir(path.join(root, 'workflows/words/processes'), { recursive: true });
    for (const process of [tour, report]) await writeFile(path.join(root, `workflows/words/processes/${process.key}.json`), JSON.stringify(process));
    return checkCases(await readPackageFiles(root)).map(({ pointer, expected }) => [pointer, expected]);
  };

  it('may begin parts of an ad-hoc sub-process, go on with a case before them, and work in the cases that it calls', async () => {
    expect(await problems([begun, { key: 'second', continues: 'first', definition: 'tour', starter: 'one', steps: [{ as: 'one', task: 'write', outcome: 'sent' }] }])).toEqual([]);
  });

  it('go on with no case that comes later, is of another process or is not there, and begin no part that there is not', async () => {
    const going = (continues: string) => ({ key: `after-${continues}`, continues, definition: 'report', starter: 'one', steps: [] });
    expect(await problems([going('first'), begun, going('nowhere'), { ...begun, key: 'third', steps: [{ as: 'one', task: 'walk', outcome: 'run' }] }])).toEqual([
      ['/0/continues', 'the key of a case before it, of the same definition'], ['/2/continues', 'the key of a case before it, of the same definition'], ['/3/steps/0/outcome', 'one of look'],
    ]);
  });
});
