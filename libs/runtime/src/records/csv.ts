/** What a spreadsheet would run as a formula when a cell begins with it (OWASP, CSV injection); a number with its sign is none. */
const FORMULA = /^[=+\-@\t\r]/u;
const NUMBER = /^-?\d+([.,]\d+)?$/u;

function cell(text: string): string {
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[";\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Rows of one file, RFC 4180 but for the semicolon that a Russian spreadsheet expects. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');
}

/** Without the mark a spreadsheet takes the bytes for those of an old code page. */
export const BYTE_ORDER_MARK = '\ufeff';
