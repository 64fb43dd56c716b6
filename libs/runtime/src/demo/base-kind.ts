import type { LocalizedText } from '@reglament/contracts';
import { findAllOrganisations, readSetting, writeSetting, type Queryable, type Tx } from '@reglament/store';

/** What is kept about a demo base in itself. */
export interface DemoMark {
  /** Names the base's accounts file, so that two bases with one data directory do not overwrite each other's passwords. */
  readonly id: string;
  /** Real date on which it was begun: what samples count their days from. */
  readonly day: string;
  /** False from the first organisation until the last account. */
  readonly complete: boolean;
}

const SETTING = 'demo-base';
const LOCK = 'demo-base-lock';

/** The database is of the other kind than was asked for: demo data and one's own never mix (decision 21). */
export class BaseMismatch extends Error {
  constructor(readonly code: 'ownBase' | 'demoBase', readonly text: { readonly ru: string; readonly en: string } & LocalizedText) {
    super(`${text.ru} / ${text.en}`);
    this.name = 'BaseMismatch';
  }
}

export async function readDemoMark(db: Queryable): Promise<DemoMark | null> {
  const value = (await readSetting(db, SETTING)) as Partial<DemoMark> | undefined;
  return value && typeof value.id === 'string' && typeof value.day === 'string' ? { id: value.id, day: value.day, complete: value.complete === true } : null;
}

export async function writeDemoMark(tx: Tx, mark: DemoMark): Promise<void> {
  await writeSetting(tx, SETTING, mark);
}

/** Two starts on one database make its demo base one after the other: whoever comes second waits here and then finds it made. */
export async function lockDemoBase(tx: Tx): Promise<void> {
  await writeSetting(tx, LOCK, null);
}

/** @throws BaseMismatch when organisations are there that no demo base has brought. */
export async function assertMayBeDemo(db: Queryable, mark: DemoMark | null): Promise<void> {
  if (mark !== null || (await findAllOrganisations(db)).length === 0) return;
  throw new BaseMismatch('ownBase', {
    ru: 'В этой базе рабочие данные: учебные с ними не смешиваются. Запустите с --empty.',
    en: 'This database holds data of your own, with which demo data never mix. Start with --empty.',
  });
}

/** @throws BaseMismatch when the database is a demo base. */
export function assertNotDemo(mark: DemoMark | null): void {
  if (mark === null) return;
  throw new BaseMismatch('demoBase', {
    ru: 'Это учебная база. Запустите без --empty или укажите другую базу.',
    en: 'This is a demo base. Start without --empty, or name another database.',
  });
}
