import { compileCalendar, type CompiledCalendar } from '@reglament/calendar';
import type { WorkingCalendar } from '@reglament/contracts';
import type { Context, OrganisationFacts } from '@reglament/engine';
import { findAllOrganisations, organisationFacts, type Organisation, type OrganisationRecordFacts, type Store } from '@reglament/store';
import type { SettingsCache } from '../definitions/settings-cache.js';

/** The organisation tree as the engine and the use cases need it. Kept whole: some thousand small rows that change rarely. */
export interface OrganisationCache {
  /** The engine's view at a moment of business time. */
  context(now: string): Context;
  record(id: string): Organisation | null;
  all(): readonly Organisation[];
  facts(id: string): OrganisationFacts | undefined;
  refresh(): Promise<void>;
}

export async function createOrganisationCache(store: Store, settings: SettingsCache, now: () => string): Promise<OrganisationCache> {
  let records = new Map<string, Organisation>();
  let facts = new Map<string, OrganisationFacts>();
  const cache: OrganisationCache = {
    context: (moment) => ({ now: moment, organisations: facts }),
    record: (id) => records.get(id) ?? null,
    all: () => [...records.values()],
    facts: (id) => facts.get(id),
    async refresh() {
      const organisations = await findAllOrganisations(store);
      const loaded = await organisationFacts(store, organisations.map(({ id }) => id), now().slice(0, 10));
      records = new Map(organisations.map((each) => [each.id, each]));
      facts = withCalendars(loaded, settings);
    },
  };
  await cache.refresh();
  return cache;
}

/** Without its calendar an organisation can have no terms: it is left out, and the engine says of a case there what it lacks. */
function withCalendars(loaded: ReadonlyMap<string, OrganisationRecordFacts>, settings: SettingsCache): Map<string, OrganisationFacts> {
  const compiled = new Map<WorkingCalendar, Map<string, CompiledCalendar>>();
  const inZone = (calendar: WorkingCalendar, timeZone: string): CompiledCalendar => {
    const zones = compiled.get(calendar) ?? new Map<string, CompiledCalendar>();
    compiled.set(calendar, zones);
    const known = zones.get(timeZone) ?? compileCalendar(calendar, { timeZone });
    zones.set(timeZone, known);
    return known;
  };
  return new Map([...loaded.values()].flatMap(({ id, calendar, timeZone, path, superiors }) => {
    const found = settings.calendar(calendar, path);
    return found ? [[id, { id, calendar: inZone(found, timeZone), superiors }] as const] : [];
  }));
}
