import type { PartyReference, TaskPerformer } from '@reglament/contracts';
import type { Compiler } from '../compile/compiler.js';
import { refuse, type Draft } from '../draft.js';
import { organisationFacts } from '../organisations.js';
import type { CompiledValue, Scope } from '../expressions.js';
import { linkHolders } from './invitations.js';
import type { Json } from '../instance.js';

export interface CompiledPerformer { readonly performer: TaskPerformer; readonly value: CompiledValue | null }

export function compilePerformers(performers: readonly TaskPerformer[] | undefined, compiler: Compiler, pointer: string): readonly CompiledPerformer[] {
  return (performers ?? []).map((performer, i) => ({ performer, value: valueOf(performer, compiler, `${pointer}/${i}`) }));
}

function valueOf(performer: TaskPerformer, compiler: Compiler, pointer: string): CompiledValue | null {
  switch (performer.type) {
    case 'role':
    case 'invite': return performer.organisation === undefined ? null : compiler.path(performer.organisation, `${pointer}/organisation`);
    case 'reference': return compiler.path(performer.variable, `${pointer}/variable`);
    case 'starter':
    case 'superior': return null;
  }
}

/** The parties that the expressions name now, each once. People behind a role are not looked up: that is done when a worklist is read. */
export function resolvePerformers(draft: Draft, performers: readonly CompiledPerformer[], scope: Scope): readonly PartyReference[] {
  if (performers.length === 1) return partiesOf(draft, performers[0] as CompiledPerformer, scope);
  return [...new Set(performers.flatMap((performer) => partiesOf(draft, performer, scope)))];
}

/** As `resolvePerformers`, for work that must have somebody: nobody is a refusal that names the node. */
export function requirePerformers(draft: Draft, node: string, parties: readonly PartyReference[], excluded: readonly PartyReference[]): void {
  if (parties.every((party) => excluded.includes(party))) refuse(draft, { code: 'noPerformer', node });
}

function partiesOf(draft: Draft, { performer, value }: CompiledPerformer, scope: Scope): readonly PartyReference[] {
  const { before } = draft;
  switch (performer.type) {
    case 'role': {
      const organisation = value === null ? before.organisation : organisationIn(value.evaluate(scope, draft.moment));
      return organisation === null ? [] : [`role:${performer.role}@${organisation}`];
    }
    case 'invite': {
      const organisation = value === null ? before.organisation : organisationIn(value.evaluate(scope, draft.moment));
      return [linkHolders('', organisation ?? before.organisation)];
    }
    case 'reference': return value === null ? [] : partiesIn(value.evaluate(scope, draft.moment));
    case 'starter': return before.starter === null ? [] : [before.starter];
    case 'superior': {
      const above = organisationFacts(draft).superiors.find(({ roles }) => roles.includes(performer.role));
      return above ? [`role:${performer.role}@${above.organisation}`] : [];
    }
  }
}

/** The party references in a value: one, or a list of them. Anything else is nobody. */
export function partiesIn(value: Json): readonly PartyReference[] {
  if (typeof value === 'string') return isParty(value) ? [value] : [];
  return Array.isArray(value) ? [...new Set(value.filter((item): item is string => typeof item === 'string' && isParty(item)))] : [];
}

function isParty(text: string): boolean {
  return /^(person|organisation|position|role):./.test(text);
}

function organisationIn(value: Json): string | null {
  if (typeof value !== 'string' || value === '') return null;
  return value.startsWith('organisation:') ? value.slice('organisation:'.length) : value;
}
