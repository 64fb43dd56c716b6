import type { Locale } from '@reglament/contracts';
import { sizeText } from './size-text.js';

/** What a field of files asks for: `accept` as in HTML (a media type, `image/*`, or a name's ending), `maxBytes` of each file. */
export interface FileRule { readonly accept?: readonly string[]; readonly maxBytes?: number }

/** `judged`: the type was read from the content itself; otherwise it is what a browser says. */
export interface FileFacts { readonly name: string; readonly type: string; readonly size: number; readonly judged?: boolean }

export type FileFault = 'fileType' | 'fileSize';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
/** Word, Excel and PowerPoint of before 2007 are one container: content alone does not tell them apart. */
const CONTAINER: ReadonlySet<string> = new Set(['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint']);

const OF_ENDING: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf', '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.tif': 'image/tiff', '.tiff': 'image/tiff', '.webp': 'image/webp',
  '.rtf': 'application/rtf', '.mp4': 'video/mp4', '.zip': 'application/zip', '.txt': 'text/plain', '.csv': 'text/plain',
  '.doc': 'application/msword', '.xls': 'application/msword', '.ppt': 'application/msword',
  '.docx': `${OFFICE}wordprocessingml.document`, '.xlsx': `${OFFICE}spreadsheetml.sheet`, '.pptx': `${OFFICE}presentationml.presentation`,
  '.odt': 'application/vnd.oasis.opendocument.text', '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
};

const NAMED: Readonly<Record<string, string>> = { 'image/*': 'JPG, PNG', 'text/plain': 'TXT', 'application/msword': 'DOC', [`${OFFICE}wordprocessingml.document`]: 'DOCX', [`${OFFICE}spreadsheetml.sheet`]: 'XLSX' };

/**
 * What is wrong with a file for a field, by one rule in the browser and in the server; null where nothing is. A chooser only hides other
 * files, and a name is what somebody gave it: where the content was judged, an ending stands for its type and the name counts for
 * endings of no known type alone.
 */
export function fileFault({ accept, maxBytes }: FileRule, file: FileFacts): FileFault | null {
  if (!isAccepted(accept, file)) return 'fileType';
  return maxBytes !== undefined && file.size > maxBytes ? 'fileSize' : null;
}

export function isAccepted(accept: readonly string[] | undefined, { name, type, judged = false }: Pick<FileFacts, 'name' | 'type' | 'judged'>): boolean {
  if (accept === undefined || accept.length === 0) return true;
  const [ending, media] = [name.toLowerCase(), type.toLowerCase()];
  return accept.some((given) => {
    const wanted = given.trim().toLowerCase();
    if (wanted.startsWith('.')) {
      const known = judged ? OF_ENDING[wanted] : undefined;
      return known === undefined ? ending.endsWith(wanted) : media === known;
    }
    if (wanted.endsWith('/*')) return media.startsWith(wanted.slice(0, -1));
    return media === wanted || (judged && ((CONTAINER.has(media) && CONTAINER.has(wanted)) || (media === 'text/plain' && wanted === 'text/csv')));
  });
}

/** What to bring instead, as people name kinds of files: `PDF, JPG, PNG, DOCX`. */
export const acceptedNames = (accept: readonly string[]): string =>
  accept.map((given) => NAMED[given] ?? (given.startsWith('.') ? given.slice(1) : (given.split('/')[1] ?? given)).toUpperCase()).join(', ');

/** The fault in a sentence for the field; the same words wherever it was found. */
export function fileFaultText(fault: FileFault, { accept = [], maxBytes = 0 }: FileRule, name: string, locale: Locale): string {
  const [wanted, limit] = [acceptedNames(accept), sizeText(maxBytes, locale)];
  switch (fault) {
    case 'fileType': return locale === 'ru' ? `«${name}» не подходит: нужен файл ${wanted}` : `“${name}” does not fit: ${wanted} is wanted`;
    case 'fileSize': return locale === 'ru' ? `«${name}» больше ${limit}: такой файл не принимается` : `“${name}” is larger than ${limit} and is not taken`;
  }
}
