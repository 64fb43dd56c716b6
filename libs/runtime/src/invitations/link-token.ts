import { createHash, randomBytes } from 'node:crypto';

/** 256 bits of chance; only its hash is kept, so nobody who reads the database can open a link. */
export function makeLinkToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashLinkToken(token) };
}

export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The secret stands behind `#`: browsers keep that part to themselves, so it reaches no log on the way. */
export function linkPath(token: string): string {
  return `/respond#${token}`;
}
