import type { StructuredKind, DocumentModel, LayoutProfile } from '@reglament/contracts';

/** Everything that the look of a document depends on. */
export interface DocumentToPrint {
  model: DocumentModel;
  kind: StructuredKind;
  profile: LayoutProfile;
  /** Moment that the files carry as their date, ISO 8601; equal input gives equal bytes. */
  printedAt: string;
  /** Names to print for bound executors («Ветлугина А. М.»), by party reference. One that is missing is not printed. */
  partyNames?: ReadonlyMap<string, string>;
  /**
   * `whole` (default); `document` without the acquaintance sheet, which fills up after registration; `acquaintance` the sheet alone, as it
   * stands now.
   */
  part?: 'whole' | 'document' | 'acquaintance';
  /** The organisation's emblem for the head; printed only where the profile allows it. See `readEmblem`. */
  emblem?: { png: Uint8Array };
  /** What the barcode of the first page holds; printed only where the profile allows it. */
  qr?: string;
}
