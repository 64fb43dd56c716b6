import type { PartyView } from './session.js';

/** `startIn`: ids of the organisations in which the caller may begin it, the caller's own first; none where `mayStart` is false. */
export interface DefinitionRow { readonly key: string; readonly title: string; readonly description: string | null; readonly version: number; readonly hash: string; readonly package: string | null; readonly publishedAt: string; readonly activeInstances: number; readonly mayStart: boolean; readonly startIn: readonly string[]; readonly startForm: { readonly key: string; readonly hash: string } | null; readonly beginnings: readonly DefinitionBeginning[] }
/** What begins cases beside people: in words, and when it is next (null: nobody knows beforehand). */
export interface DefinitionBeginning { readonly text: string; readonly next: string | null }
export interface DefinitionVersionRow { readonly version: number; readonly hash: string; readonly publishedAt: string; readonly publishedBy: PartyView | null; readonly activeInstances: number }
export interface IncidentRow { readonly id: string; readonly at: string; readonly instance: string; readonly subject: string | null; readonly node: string; readonly nodeTitle: string; readonly code: string; readonly message: string; readonly attempts: number; readonly status: 'open' | 'resolved'; /** It is a part that could not be started: it may be left out. */ readonly part: boolean }
export interface NotificationRow { readonly id: string; readonly at: string; readonly kind: string; readonly text: string; readonly task: string | null; readonly instance: string | null; readonly read: boolean }

export interface OrganisationRow { readonly id: string; readonly parent: string | null; readonly shortName: string; readonly fullName: string; readonly kind: string; readonly timeZone: string; readonly calendar: string; readonly status: 'active' | 'closed' }
export interface PersonRow { readonly id: string; readonly fullName: string; readonly position: string | null; readonly organisation: PartyView | null; readonly roles: readonly HeldRole[]; readonly login: string | null; readonly blocked: boolean; readonly status: 'active' | 'dismissed' }
/** A role that a person has or will have in an organisation; dates `YYYY-MM-DD`, null where it has no beginning or no end. */
export interface HeldRole { readonly id: string; readonly role: string; readonly title: string; readonly organisation: PartyView; readonly from: string | null; readonly to: string | null }
/** What may be given in an organisation. */
export interface OrganisationChoices { readonly roles: readonly Choice[]; readonly positions: readonly Choice[] }
export interface Choice { readonly key: string; readonly title: string }
/** `login`: opens an account at once; its first password is in the answer, and nowhere else. */
export interface AddPerson { readonly organisation: string; readonly fullName: string; readonly position?: string; readonly login?: string }
export interface OpenAccount { readonly login: string }
export interface BlockAccount { readonly blocked: boolean }
/** The password is shown once: only its hash is kept. Null where nothing was opened or changed. */
export interface PersonAccount { readonly person: PersonRow; readonly password: string | null }
export interface GiveRole { readonly organisation: string; readonly role: string; readonly from?: string; readonly to?: string }
/** Zone, calendar and kind are the parent's where they are not given. */
export interface AddOrganisation { readonly parent: string; readonly shortName: string; readonly fullName: string; readonly timeZone?: string }
export interface SubstitutionRow { readonly id: string; readonly absent: PartyView; readonly substitute: PartyView; readonly from: string; readonly to: string; readonly basis: string; readonly status: 'current' | 'planned' | 'ended' }
export interface SaveSubstitution { readonly absent: string; readonly substitute: string; readonly from: string; readonly to: string; readonly basis: string }
export interface ClockView { readonly realTime: string; readonly businessTime: string; readonly movable: boolean }
/** A package of sample cases of a demo base: how many of its cases have been played to their end, and how many the product refused. */
export interface SamplePackageRow { readonly key: string; readonly title: string; readonly description: string; readonly cases: number; readonly played: number; readonly refused: number; readonly loading: boolean }
export interface LoadSampleCases { readonly package: string }
/** Forward only, demo base only. */
export interface MoveClock { readonly workingDays?: number; readonly to?: string }
