import { readSetting, writeSetting, type Queryable } from '@reglament/store';

/** What stands above the kind of a document, and where it is issued: said once for an organisation. */
export interface OrganisationLetterhead { readonly lines: readonly string[]; readonly place: string | null }

const settingOf = (organisation: string): string => `letterhead:${organisation}`;

export async function writeLetterhead(db: Queryable, organisation: string, letterhead: OrganisationLetterhead): Promise<void> {
  await writeSetting(db, settingOf(organisation), letterhead);
}

/** Null where the organisation has none of its own: its full name serves then. */
export async function readLetterhead(db: Queryable, organisation: string): Promise<OrganisationLetterhead | null> {
  const value = (await readSetting(db, settingOf(organisation))) as Partial<OrganisationLetterhead> | undefined;
  return value && Array.isArray(value.lines) ? { lines: value.lines.map(String), place: typeof value.place === 'string' ? value.place : null } : null;
}
