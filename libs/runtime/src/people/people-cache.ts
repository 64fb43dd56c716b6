import { subjectOf, type AccessFacts, type Subject } from '@reglament/access';
import type { Locale, PartyReference, PartyView } from '@reglament/contracts';
import { accessFactsOf, findPeople, partyTitles, type Store } from '@reglament/store';
import { LruCache } from '../cache/lru-cache.js';
import { localDate } from '../clock/local-date.js';

export interface PeopleCache {
  /** The person as access asks about it, on the business date in a zone. Whoever was dismissed or never was there holds nothing. */
  subject(person: PartyReference, timeZone: string, now: string): Promise<Subject>;
  facts(person: PartyReference): Promise<AccessFacts>;
  /** Names of parties, to be shown. Of a party that is gone a dash is shown, never its id. */
  titles(parties: readonly PartyReference[], locale: Locale): Promise<ReadonlyMap<PartyReference, PartyView>>;
  isActivePerson(party: PartyReference): Promise<boolean>;
  organisationOf(person: PartyReference): Promise<string | null>;
  /** Forgets everything: somebody's roles, positions, substitutions or names have changed. */
  forget(): void;
}

const FACTS_KEPT = 5_000;
const TITLES_KEPT = 20_000;
/** Changes are told by NOTIFY; this is for the message that got lost. */
const KEEP_MS = 30_000;

export function createPeopleCache(store: Store, now: () => string): PeopleCache {
  const factsOf = new LruCache<string, AccessFacts>({ capacity: FACTS_KEPT, keepFor: KEEP_MS });
  const subjects = new LruCache<string, Subject>({ capacity: FACTS_KEPT, keepFor: KEEP_MS });
  const views = new LruCache<string, PartyView | null>({ capacity: TITLES_KEPT, keepFor: KEEP_MS });
  const homes = new LruCache<string, string | null>({ capacity: FACTS_KEPT, keepFor: KEEP_MS });
  const idOf = (person: PartyReference): string => person.slice(person.indexOf(':') + 1);
  // What ended before yesterday ended in every zone.
  const yesterday = (): string => new Date(Date.parse(now()) - 86_400_000).toISOString().slice(0, 10);
  const facts = (person: PartyReference): Promise<AccessFacts> => isLinkHolder(person) ? Promise.resolve(nothingHeld(person)) : factsOf.get(person, async () => (await accessFactsOf(store, idOf(person), yesterday())) ?? nothingHeld(person));

  return {
    facts,
    subject(person, timeZone, moment) {
      const date = localDate(moment, timeZone);
      return subjects.get(`${person} ${date}`, async () => subjectOf(await facts(person), date));
    },
    async titles(parties, locale) {
      const wanted = [...new Set(parties)];
      const missing: PartyReference[] = [];
      let loading: Promise<ReadonlyMap<string, PartyView>> | null = null;
      // One query for all that is not kept: it is made once every party has been looked at.
      const load = (): Promise<ReadonlyMap<string, PartyView>> => (loading ??= Promise.resolve().then(() => partyTitles(store, missing, locale)));
      const found = await Promise.all(wanted.map((party) => views.get(`${locale} ${party}`, async () => {
        missing.push(party);
        return (await load()).get(party) ?? null;
      })));
      return new Map(wanted.map((reference, i) => [reference, found[i]?.title ? found[i] : { reference, title: '—' }]));
    },
    async isActivePerson(party) {
      if (!/^person:[0-9a-f-]{36}$/.test(party)) return false;
      return (await findPeople(store, [idOf(party)])).get(idOf(party))?.status === 'active';
    },
    organisationOf: (person) => isLinkHolder(person) ? Promise.resolve(person.slice(person.indexOf('@') + 1)) : homes.get(person, async () => (await findPeople(store, [idOf(person)])).get(idOf(person))?.organisation ?? null),
    forget() {
      factsOf.clear();
      subjects.clear();
      views.clear();
      homes.clear();
    },
  };
}

/** Whoever came by a personal link holds nothing beside it: `invitation:<task>@<organisation>`. */
function isLinkHolder(person: PartyReference): boolean {
  return person.startsWith('invitation:');
}

function nothingHeld(person: PartyReference): AccessFacts {
  return { own: { person, roles: [], positions: [] }, standsInFor: [] };
}
