import { fileReferencePattern } from '@reglament/contracts';

const pattern = new RegExp(fileReferencePattern);

/** `file:<sha256>` as form fields hold it → the hash; null for anything else. */
export function hashOfReference(reference: string): string | null {
  return pattern.test(reference) ? reference.slice('file:'.length) : null;
}

export function fileReference(hash: string): string {
  return `file:${hash}`;
}

/** Hashes of the files that submitted data refers to, wherever they lie in it. */
export function filesIn(data: unknown): readonly string[] {
  const found = new Set<string>();
  const open: unknown[] = [data];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at === 'string') {
      const hash = hashOfReference(at);
      if (hash !== null) found.add(hash);
    } else if (typeof at === 'object' && at !== null) open.push(...(Object.values(at) as unknown[]).filter((value) => value !== undefined));
  }
  return [...found];
}
