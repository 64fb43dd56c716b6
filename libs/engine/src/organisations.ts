import type { CompiledCalendar } from '@reglament/calendar';
import type { PartyReference } from '@reglament/contracts';
import type { Compiled } from './compile/compiled.js';
import type { Context, OrganisationFacts } from './context.js';
import type { Draft } from './draft.js';
import { EngineError } from './engine-error.js';
import type { Instance } from './instance.js';

/** Facts of the case's own organisation. */
export function organisationFacts(draft: Draft): OrganisationFacts {
  return factsOf(draft.compiled, draft.before, draft.context);
}

export function factsOf(compiled: Compiled, instance: Instance, context: Context): OrganisationFacts {
  const facts = context.organisations.get(instance.organisation);
  if (facts) return facts;
  throw new EngineError('engine.contextIncomplete', {
    definition: compiled.definition.key, hash: compiled.hash, instance: instance.id, found: `no facts of organisation ${instance.organisation}`,
  });
}

/** The calendar by which a performer's terms run: that of the organisation in the reference; a bare person's is the case's. */
export function calendarOf(draft: Draft, performer: PartyReference | undefined, choice: 'performer' | 'case'): CompiledCalendar {
  const own = choice === 'performer' && performer !== undefined ? draft.context.organisations.get(organisationOf(performer)) : undefined;
  return (own ?? organisationFacts(draft)).calendar;
}

function organisationOf(party: PartyReference): string {
  const at = party.indexOf('@');
  return at >= 0 ? party.slice(at + 1) : party.slice(party.indexOf(':') + 1);
}
