import type { PartyReference, Performer } from '@reglament/contracts';
import type { OrganisationFacts } from '@reglament/engine';

/** Who may start a case in an organisation. There is no case yet, so nothing can be read from its variables, and nobody has started it. */
export function startPerformers(performers: readonly Performer[] | undefined, organisation: string, facts: OrganisationFacts | undefined): readonly PartyReference[] {
  return (performers ?? []).flatMap((performer): readonly PartyReference[] => {
    switch (performer.type) {
      case 'role': return performer.organisation === undefined ? [`role:${performer.role}@${organisation}`] : [];
      case 'superior': {
        const above = facts?.superiors.find(({ roles }) => roles.includes(performer.role));
        return above ? [`role:${performer.role}@${above.organisation}`] : [];
      }
      case 'reference': case 'starter': return [];
    }
  });
}
