import { textIn, type LoadSampleCases, type SamplePackageRow } from '@reglament/contracts';
import { appendAudit } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { notADemoBase, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { readPackageFiles } from '../packages/read-package-files.js';
import type { Shell } from '../shell.js';
import { playDemoCases, playedOf } from './play-demo-cases.js';
import { sampleCasesOf, type PackageOfCases } from './samples.js';

/** Plays the sample cases of a demo base in this process, one package after another: at its first start, and when somebody asks for them. */
export interface SampleCaseLoader {
  list(caller: Caller): Promise<Answer<readonly SamplePackageRow[]>>;
  /** Begins to play the package's cases and does not wait for them; asked again while they are played, it changes nothing. */
  load(caller: Caller, body: LoadSampleCases): Promise<Answer<readonly SamplePackageRow[]>>;
  /** Plays every package; resolves when the last case has come as far as it goes. */
  playAll(): Promise<void>;
  /** Stops between two steps. What was cut off goes on when it is asked for again. */
  stop(): Promise<void>;
}

export function createSampleCaseLoader(shell: Shell, files: { readonly root: string; readonly dataDir: string }): SampleCaseLoader {
  const stopping = new AbortController();
  const loading = new Set<string>();
  // Cases of two packages may share people and numbers: one after another, they say the same every time.
  let last: Promise<void> = Promise.resolve();

  const packages = async (): Promise<readonly PackageOfCases[]> => sampleCasesOf(await readPackageFiles(files.root));
  const play = (key: string): Promise<void> => {
    if (loading.has(key)) return last;
    loading.add(key);
    last = last.then(() => playDemoCases(shell, { ...files, packages: [key], signal: stopping.signal })).finally(() => loading.delete(key));
    return last;
  };
  const rows = async (caller: Caller): Promise<readonly SamplePackageRow[]> => Promise.all((await packages()).map((each) => rowOf(shell, each, caller, loading.has(each.key))));

  return {
    list: async (caller) => (shell.clock.movable ? ok(await rows(caller)) : refuse(notADemoBase())),
    async load(caller, body) {
      if (!shell.clock.movable) return refuse(notADemoBase());
      const asked = (await packages()).find(({ key }) => key === body.package);
      if (!asked) return refuse(notFound());
      if (!loading.has(asked.key)) {
        await appendAudit(shell.store, [{ actor: caller.person, action: 'sampleCases.loaded', objectType: 'package', objectId: null, organisation: null, path: '', data: { new: { package: asked.key } } }]);
        void play(asked.key);
      }
      return ok(await rows(caller));
    },
    async playAll() {
      for (const { key } of await packages()) void play(key);
      await last;
    },
    async stop() {
      stopping.abort();
      await last;
    },
  };
}

async function rowOf(shell: Shell, { key, title, description, cases }: PackageOfCases, { locale }: Caller, loading: boolean): Promise<SamplePackageRow> {
  let [played, refused] = [0, 0];
  for (const each of cases) {
    const state = (await playedOf(shell.store, each.key))?.state;
    if (state === 'done') played += 1;
    if (state === 'refused') refused += 1;
  }
  return { key, title: textIn(title, locale), description: description === null ? '' : textIn(description, locale), cases: cases.length, played, refused, loading };
}
