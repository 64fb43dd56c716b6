/** What a part of a case is called in lists: its case, and which part, so that eighteen of them are told apart. */
export function partSubject(subject: string | null, part: string | null): string | null {
  if (part === null || subject === null || subject.includes(part)) return subject ?? part;
  return `${subject} — ${part}`;
}
