import type { ProcessDefinition } from '@reglament/contracts';
import { compile } from '@reglament/engine';
import { compileForm } from '@reglament/forms';
import { findCurrentDefinition, findDefinition, findForms, type DefinitionRecord, type Store } from '@reglament/store';
import { LruCache } from '../cache/lru-cache.js';
import { loadDecisions } from './load-decisions.js';
import type { LiveDefinition, LiveForm } from './live-definition.js';

export interface DefinitionCache {
  /** The version of that content hash, compiled. Immutable, so it is never asked for again while it is kept. */
  get(hash: string): Promise<LiveDefinition>;
  form(hash: string): Promise<LiveForm>;
  /** The current version of a key as an organisation sees it; asked of the database each time, since anybody may publish. */
  current(key: string, organisation: string): Promise<{ readonly live: LiveDefinition; readonly version: number } | null>;
}

/** Content hash by key of what a version was published with. */
export interface DefinitionPins {
  readonly forms?: Readonly<Record<string, string>>;
  readonly decisions?: Readonly<Record<string, string>>;
  readonly calls?: Readonly<Record<string, string>>;
}

/** A compiled definition is some hundred kilobytes. */
const DEFINITIONS_KEPT = 200;
const FORMS_KEPT = 1000;

export function createDefinitionCache(store: Store): DefinitionCache {
  const definitions = new LruCache<string, LiveDefinition>({ capacity: DEFINITIONS_KEPT });
  const forms = new LruCache<string, LiveForm>({ capacity: FORMS_KEPT });

  const form = (hash: string): Promise<LiveForm> => forms.get(hash, async () => {
    const [record] = await findForms(store, [hash]);
    if (!record) throw new Error(`form ${hash} is pinned but not in the database`);
    return { key: record.key, hash, compiled: compileForm(record.content) };
  });
  const make = async (record: DefinitionRecord): Promise<LiveDefinition> => {
    const definition = record.content as ProcessDefinition;
    const pins = record.pins as DefinitionPins;
    const pinned = Object.entries(pins.forms ?? {});
    const live = await Promise.all(pinned.map(([, hash]) => form(hash)));
    return {
      hash: record.hash, version: record.version, definition,
      compiled: compile(definition, {
        hash: record.hash, forms: new Map(pinned), calls: new Map(Object.entries(pins.calls ?? {})), decisions: await loadDecisions(store, pins.decisions ?? {}),
      }),
      forms: new Map(live.map((each) => [each.key, each])),
    };
  };
  const get = (hash: string): Promise<LiveDefinition> => definitions.get(hash, async () => {
    const record = await findDefinition(store, hash);
    if (!record) throw new Error(`definition ${hash} is not in the database`);
    return make(record);
  });
  return {
    get,
    form,
    async current(key, organisation) {
      const record = await findCurrentDefinition(store, key, organisation);
      return record && { live: await definitions.get(record.hash, () => make(record)), version: record.version };
    },
  };
}
