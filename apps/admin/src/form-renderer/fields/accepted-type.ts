/**
 * Whether a file is of a kind that the field asks for: `accept` as in HTML (a media type, `image/*`, or a name's ending). The browser's chooser
 * only hides other files; dropping one, or «all files», goes past it.
 */
export function isAccepted(accept: readonly string[] | undefined, { name, type }: { readonly name: string; readonly type: string }): boolean {
  if (accept === undefined || accept.length === 0) return true;
  const [ending, media] = [name.toLowerCase(), type.toLowerCase()];
  return accept.some((given) => {
    const wanted = given.trim().toLowerCase();
    if (wanted.startsWith('.')) return ending.endsWith(wanted);
    return wanted.endsWith('/*') ? media.startsWith(wanted.slice(0, -1)) : media === wanted;
  });
}

const NAMED: Readonly<Record<string, string>> = { 'application/pdf': 'PDF', 'image/*': 'JPG, PNG', 'text/plain': 'TXT' };

/** What to bring instead, as people name kinds of files: `PDF, JPG, PNG, DOCX`. */
export const acceptedNames = (accept: readonly string[]): string =>
  accept.map((given) => NAMED[given] ?? (given.startsWith('.') ? given.slice(1) : (given.split('/')[1] ?? given)).toUpperCase()).join(', ');
