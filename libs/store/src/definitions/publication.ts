import type { LocalizedText } from '@reglament/contracts';

/** What is published as an immutable version: found by hash for ever, and by key as "the current one". */
export interface Publication {
  /** Owner: the organisation whose tree sees it, usually the root. */
  readonly organisation: string;
  readonly key: string;
  /** sha256 of the canonical content. */
  readonly hash: string;
  readonly title: LocalizedText;
  readonly content: unknown;
  readonly origin: 'package' | 'panel';
  /** Key of the package that brought it; null for the panel's. */
  readonly package: string | null;
  readonly publishedBy: string | null;
}

/**
 * `published`: a new version. `unchanged`: this content is there already under this key. `kept`: the current version was made in the
 * panel, and a package never overwrites it (decision 9).
 */
export type PublishResult = { readonly kind: 'published' | 'unchanged' | 'kept'; readonly version: number };

/** Document kinds, journals, calendars … are configuration items; process definitions and forms have tables of their own. */
export const CONFIGURATION_TYPES = ['document-kind', 'journal', 'calendar', 'layout', 'positions', 'template', 'decision-table', 'registry'] as const;
export type ConfigurationType = (typeof CONFIGURATION_TYPES)[number];
