import type { JournalEntryRow, Page } from '@reglament/contracts';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { csv, saveFile } from '../common/csv.js';
import { api } from '../data/http.js';
import { useErrorText } from '../data/use-error-text.js';
import { journalColumns } from './journal-columns.js';

const PAGE = 100;

/** Reads the year page by page and saves it as CSV with the columns that the screen shows, and the status and the reason. */
export function useJournalExport(key: string, organisation: string, year: number, title: string) {
  const translate = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const [exporting, setExporting] = useState(false);
  const run = async (): Promise<void> => {
    const rows: JournalEntryRow[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Page<JournalEntryRow> = await api(`/journals/${encodeURIComponent(key)}/entries`, { query: { organisation, year, limit: PAGE, after } });
      rows.push(...page.items);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage && after !== null;
    }
    const columns = journalColumns.filter(({ text }) => text !== undefined);
    const head = [...columns.map(({ label }) => translate(label)), translate('journal.column.status'), translate('journal.column.note')];
    const body = rows.map((row) => [...columns.map(({ text }) => text?.(row) ?? ''), translate(`journal.statusOf.${row.status}`), row.reason ?? '']);
    saveFile(`${title} ${year}.csv`, csv(head, body));
  };
  const save = (): void => {
    setExporting(true);
    run().catch((error: unknown) => notify(errorText(error), { type: 'error', messageArgs: { _: errorText(error) } })).finally(() => setExporting(false));
  };
  return { exporting, save };
}
