export interface PartyView { readonly reference: string; readonly title: string; readonly subtitle?: string }

export interface SessionView {
  readonly person: PartyView;
  readonly login: string;
  readonly locale: 'ru' | 'en';
  readonly organisation: PartyView;
  /** Role keys held, with the organisation. */
  readonly roles: readonly { readonly role: string; readonly title: string; readonly organisation: PartyView }[];
  /** People this person stands in for today. */
  readonly substitutes: readonly { readonly absent: PartyView; readonly until: string }[];
  /** What the panel may show; every one is checked again by the server. */
  readonly may: readonly Permission[];
  readonly csrfToken: string;
  readonly demo: boolean;
  /** Business time now, ISO; differs from real time on a demo base whose clock was moved. */
  readonly businessTime: string;
}

export const PERMISSIONS = [
  'seeDefinitions', 'seeIncidents', 'retryIncidents', 'seeJournals', 'seePeople', 'managePeople', 'manageSubstitutions', 'seeAudit', 'moveClock', 'seeAllCases', 'manageCases', 'manageForms',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface SignIn { readonly login: string; readonly password: string }
/** First run of an empty base: makes the organisation and its administrator, once. */
export interface Setup { readonly organisation: string; readonly fullName: string; readonly login: string; readonly password: string }
