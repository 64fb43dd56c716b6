import type { Setup } from '@reglament/contracts';
import { announce, readClock, subscribe, type Store, type StoreOptions } from '@reglament/store';
import type { Answer } from './answers/answer.js';
import { startBackground, type Background } from './background/start-background.js';
import { passOn, type Passed } from './crash/crash-point.js';
import { createBusinessClock } from './clock/business-clock.js';
import { createDatabaseClock } from './clock/database-clock.js';
import { assertRunnable } from './definitions/assert-runnable.js';
import { createDefinitionCache } from './definitions/definition-cache.js';
import { createSettingsCache } from './definitions/settings-cache.js';
import { readDemoMark } from './demo/base-kind.js';
import { createSampleCaseLoader, type SampleCaseLoader } from './demo/sample-case-loader.js';
import { setUp, type SetUpDone } from './demo/set-up.js';
import { createLiveUpdates, LIVE_CHANNEL } from './live/live-updates.js';
import { configurationChanged, heard, SETTINGS_CHANNEL } from './live/settings-channel.js';
import { createNudge, WORK_CHANNEL } from './live/work-channel.js';
import { createOrganisationCache } from './organisations/organisation-cache.js';
import type { MailSettings } from './mail/mail-settings.js';
import { createPeopleCache } from './people/people-cache.js';
import { createInProcessQueue } from './queue/in-process-queue.js';
import type { WakeUpQueue } from './queue/wake-up-queue.js';
import { createRegistries, type Registries } from './registries.js';
import type { Log, Shell } from './shell.js';
import { surfaceOf, type Surface } from './surface.js';
import type { Recorder } from './transition/recorded-transition.js';

export interface RuntimeOptions {
  /** The caller's to close, after the runtime. */
  readonly store: Store;
  /** For the connection that listens to the other processes. */
  readonly connection: Pick<StoreOptions, 'url' | 'role'>;
  /** Carries the jobs of the background work. Default: in this process, for a process that is alone. */
  readonly queue?: WakeUpQueue;
  /** Folder that holds `workflows/` and `forms/`; needed by `setUp` and `sampleCases` alone. */
  readonly root?: string;
  /** Folder that holds the accounts file of a demo base; needed by `sampleCases` alone. */
  readonly dataDir?: string;
  /** Default: the product's own handlers and checks. */
  readonly registries?: Registries;
  /** Default: silent. */
  readonly log?: Log;
  /** Told of every committed transition; for replay. Default: nobody. */
  readonly record?: Recorder;
  /** Where mail goes out. Default: nowhere, and notifications go to the bell alone. */
  readonly mail?: MailSettings | null;
  /** Told of every crash point; for chaos tests. Default: nobody. */
  readonly passed?: Passed;
  /** Milliseconds of real time; for tests. */
  readonly realNow?: () => number;
}

/** Every use case, bound; and what a process does with them as a whole. */
export interface Runtime extends Surface {
  readonly shell: Shell;
  readonly registries: Registries;
  /** Null while this process does no background work. */
  readonly background: Background | null;
  /** Begins the background work in this process: relay, timers, jobs, housekeeping. */
  startBackground(): Promise<void>;
  /** The first-run page of an empty base: makes the root organisation and its administrator, once. */
  setUp(body: Setup): Promise<Answer<SetUpDone>>;
  /** The living cases that the packages of a demo base bring. */
  readonly sampleCases: SampleCaseLoader;
  /** Takes no more work, finishes what is under way. The store stays open: it is the caller's. */
  stop(): Promise<void>;
}

const CALIBRATE_MS = 60_000;
const SILENT: Log = { info: () => undefined, error: () => undefined };

/**
 * Makes the runtime over a migrated database. Used alike by API, worker, CLI, bench and tests.
 *
 * @throws HandlerRegistryError when a current definition calls an unknown handler.
 */
export async function createRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { store, log = SILENT, registries = createRegistries() } = options;
  const asked = performance.now();
  const { offset, realTime } = await readClock(store);
  const databaseClock = createDatabaseClock(realTime, asked);
  const clock = createBusinessClock({ movable: (await readDemoMark(store)) !== null, offset, realNow: options.realNow ?? (() => databaseClock.now()) });
  const settings = await createSettingsCache(store);
  const organisations = await createOrganisationCache(store, settings, () => clock.now());
  await assertRunnable(store, organisations, registries.handlers);

  let background: Background | null = null;
  const tellWorkers = createNudge(() => announce(store, WORK_CHANNEL, ''), log);
  const shell: Shell = {
    store, clock, settings, organisations, ...registries, log, record: options.record ?? null, passed: options.passed ?? passOn,
    definitions: createDefinitionCache(store),
    people: createPeopleCache(store, () => clock.now()),
    live: createLiveUpdates(store, log),
    async refreshClock() {
      const from = performance.now();
      const read = await readClock(store);
      databaseClock.calibrate(read.realTime, from);
      clock.setOffset(read.offset);
    },
    nudge: () => { if (background) background.nudge(); else tellWorkers.nudge(); },
  };

  const sampleCases = createSampleCaseLoader(shell, { root: options.root ?? '', dataDir: options.dataDir ?? '' });

  const failed = (event: string) => (error: unknown): void => { log.error(event, { error: String(error) }); };
  // Two crystals drift apart by seconds a day; a lost message of a moved clock is found here too.
  const calibration = setInterval(() => { shell.refreshClock().catch(failed('clock.failed')); }, CALIBRATE_MS);
  calibration.unref();
  const listening = await Promise.all([
    subscribe(options.connection, LIVE_CHANNEL, (payload) => { shell.live.received(payload); }, () => { shell.live.received(null); }),
    subscribe(options.connection, SETTINGS_CHANNEL, (payload) => { heard(shell, payload).catch(failed('settings.failed')); }, () => { heard(shell, null).catch(failed('settings.failed')); }),
  ]);
  return {
    ...surfaceOf(shell), shell, registries, sampleCases,
    get background() { return background; },
    async startBackground() {
      if (background) return;
      const wake = (): void => { background?.nudge(); };
      listening.push(await subscribe(options.connection, WORK_CHANNEL, wake, wake));
      background = await startBackground(shell, options.queue ?? createInProcessQueue({ onError: failed('job.failed') }), options.mail ?? null);
      background.nudge();
    },
    async setUp(body) {
      const done = await setUp(store, body, { root: options.root ?? '', ...registries });
      if (done.ok) await configurationChanged(shell, 'settings');
      if (done.ok) await configurationChanged(shell, 'people');
      return done;
    },
    async stop() {
      clearInterval(calibration);
      await sampleCases.stop();
      // A queue that was given is closed with the runtime, whether this process worked on it or not.
      await (background ? background.stop() : options.queue?.close());
      await tellWorkers.stop();
      await shell.live.close();
      await Promise.all(listening.map((each) => each.close()));
    },
  };
}
