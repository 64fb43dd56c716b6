import { textIn, type Locale, type PartyReference, type PartyView } from '@reglament/contracts';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';

/** Names for what rows hold as ids and keys, loaded for a whole page at once: one query for parties, none for definitions that are kept. */
export interface Lexicon {
  readonly locale: Locale;
  party(reference: PartyReference): PartyView;
  partyOrNull(reference: PartyReference | null): PartyView | null;
  organisation(id: string): PartyView;
  live(hash: string): LiveDefinition;
  state(hash: string, key: string | null): { readonly key: string; readonly title: string; readonly tone: string } | null;
}

export interface Named {
  readonly parties: readonly (PartyReference | null)[];
  readonly organisations: readonly string[];
  readonly definitions: readonly string[];
}

export async function lexiconOf(shell: Shell, locale: Locale, named: Named): Promise<Lexicon> {
  const references = [...named.parties.filter((each) => each !== null), ...named.organisations.map((id) => `organisation:${id}`)];
  const hashes = [...new Set(named.definitions)];
  const [titles, live] = await Promise.all([shell.people.titles(references, locale), Promise.all(hashes.map((hash) => shell.definitions.get(hash)))]);
  const byHash = new Map(live.map((each) => [each.hash, each]));
  const party = (reference: PartyReference): PartyView => titles.get(reference) ?? { reference, title: '—' };
  const definition = (hash: string): LiveDefinition => {
    const found = byHash.get(hash);
    if (!found) throw new Error(`definition ${hash} was not named to the lexicon`);
    return found;
  };
  return {
    locale, party, live: definition,
    partyOrNull: (reference) => (reference === null ? null : party(reference)),
    organisation: (id) => party(`organisation:${id}`),
    state(hash, key) {
      if (key === null) return null;
      const state = definition(hash).definition.states?.[key];
      return { key, title: state ? textIn(state.title, locale) : key, tone: state?.tone ?? 'neutral' };
    },
  };
}
