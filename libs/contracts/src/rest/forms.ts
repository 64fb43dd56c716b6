import type { Choice } from './administration.js';
import type { PartyView } from './session.js';

/** Who has left something unpublished in a form, and when. */
export interface FormDraftMark { readonly savedAt: string; readonly savedBy: PartyView }

/** A form in the list of forms. `version` is null while nothing of it is published; `usedIn`: processes that show it. */
export interface FormRow {
  readonly key: string;
  readonly title: string;
  readonly description: string | null;
  readonly version: number | null;
  readonly hash: string | null;
  readonly package: string | null;
  readonly publishedAt: string | null;
  readonly publishedBy: PartyView | null;
  readonly draft: FormDraftMark | null;
  readonly usedIn: number;
  readonly questions: number;
}

/** `own`: published by the reader's own organisation; another's version holds below it until there is one of one's own. */
export interface FormVersionRow { readonly version: number; readonly hash: string; readonly publishedAt: string; readonly publishedBy: PartyView | null; readonly package: string | null; readonly own: boolean; readonly current: boolean }

/** What shows the form, and in which of its versions; `formVersion` null: one that the reader does not see any more. */
export interface FormUsage { readonly kind: 'process' | 'registry'; readonly key: string; readonly title: string; readonly version: number; readonly formVersion: number | null; readonly current: boolean }

/** All that the page of a form shows but its answers. `mayManage`: the reader may change, publish and hand it out. */
export interface FormPageView {
  readonly row: FormRow;
  readonly versions: readonly FormVersionRow[];
  readonly usages: readonly FormUsage[];
  readonly mayManage: boolean;
}

/** What has to be mended before a form can be published, in the reader's language. `pointer`: into the form's document. */
export interface FormDraftProblem { readonly pointer: string; readonly code: string; readonly message: string }

/** A form while it is being changed. `content` has the shape of a `FormDefinition` and may still be wrong. `published`: the content of the version that holds now; `takenPaths`: names of questions of every version, which a new question must not take. */
export interface FormDraftView {
  readonly key: string;
  readonly content: object;
  readonly etag: string;
  readonly savedAt: string;
  readonly savedBy: PartyView;
  readonly published: object | null;
  readonly takenPaths: readonly string[];
  readonly problems: readonly FormDraftProblem[];
}

export interface AddForm { readonly title: string }
export interface SaveFormDraft { readonly content: object }
export interface FormDraftSaved { readonly etag: string; readonly savedAt: string; readonly problems: readonly FormDraftProblem[] }
/** `version`: what holds now; `unchanged`: this content was a version already. */
export interface FormPublished { readonly key: string; readonly version: number; readonly hash: string; readonly unchanged: boolean }

/** Whom a form can be given to beside single people: everybody of a role, here and below. */
export interface FormRecipients { readonly organisation: PartyView; readonly roles: readonly (Choice & { readonly people: number })[] }
/** `recipients`: people and roles (`person:<id>`, `role:<key>@<organisation id>`); a role means everybody who holds it there and below. Without `workingDays` there is no term. */
export interface HandOutForm { readonly recipients: readonly string[]; readonly workingDays?: number }
export interface FormHandedOut { readonly instance: string; readonly people: number }
export interface FormHandOutRow { readonly id: string; readonly at: string; readonly by: PartyView | null; readonly people: number; readonly answered: number; readonly workingDays: number | null; readonly status: 'active' | 'completed' | 'cancelled' }

/** A question as a column of answers. */
export interface FormAnswerColumn { readonly path: string; readonly title: string }
/** `cells`: what was answered, in words, by the question's path; a question that this answer's version had not is missing. */
export interface FormAnswerRow { readonly id: string; readonly author: PartyView | null; readonly at: string; readonly instance: string; readonly hash: string; readonly cells: { readonly [path: string]: string } }
