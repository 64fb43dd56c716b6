import type { Request, Response } from 'express';
import { MAX_HOURS, SESSION_COOKIE } from './session-limits.js';

/** `SameSite=Strict`: another site's link or form never carries it; the CSRF token stands behind that. */
export function setSessionCookie(response: Response, token: string, secure: boolean): void {
  response.cookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge: MAX_HOURS * 3_600_000 });
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  response.clearCookie(SESSION_COOKIE, { httpOnly: true, sameSite: 'strict', secure, path: '/' });
}

export const sessionCookie = (request: Request): string | null => readCookie(request, SESSION_COOKIE);

/** One cookie alone; a parser for all of them would be a package for six lines. */
export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || null;
  }
  return null;
}
