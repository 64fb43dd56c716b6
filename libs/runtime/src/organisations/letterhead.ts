import { DocumentError, readEmblem } from '@reglament/documents';
import { readSetting, writeSetting, type Queryable } from '@reglament/store';

/** What stands above the kind of a document, and where it is issued: said once for an organisation. */
export interface OrganisationLetterhead {
  readonly lines: readonly string[];
  readonly place: string | null;
  /** PNG in base64, printed above the lines. */
  readonly emblem?: string;
}

const settingOf = (organisation: string): string => `letterhead:${organisation}`;

/** @throws DocumentError `document.emblem-unusable`: an emblem that cannot be printed would stop every document of the office. */
export async function writeLetterhead(db: Queryable, organisation: string, letterhead: OrganisationLetterhead): Promise<void> {
  const read = letterhead.emblem === undefined ? null : readEmblem(Buffer.from(letterhead.emblem, 'base64'));
  if (read?.ok === false) throw new DocumentError('document.emblem-unusable', { found: read.fault, expected: 'a PNG within the limits', at: organisation });
  await writeSetting(db, settingOf(organisation), letterhead);
}

/** Null where the organisation has none of its own: its full name serves then. */
export async function readLetterhead(db: Queryable, organisation: string): Promise<OrganisationLetterhead | null> {
  const value = (await readSetting(db, settingOf(organisation))) as Partial<OrganisationLetterhead> | undefined;
  if (!value || !Array.isArray(value.lines)) return null;
  return { lines: value.lines.map(String), place: typeof value.place === 'string' ? value.place : null, ...(typeof value.emblem === 'string' && { emblem: value.emblem }) };
}
