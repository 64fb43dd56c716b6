import { Injectable } from '@nestjs/common';
import type { Runtime } from '@reglament/runtime';
import { readSession, touchSession } from '@reglament/store';
import { InjectRuntime } from '../runtime.token.js';
import type { RequestSession } from '../security/request-session.js';
import { IDLE_MINUTES } from './session-limits.js';

/** Milliseconds for which a session is believed without asking: a sign-out elsewhere, a dismissal or a lost role takes effect within it. */
const BELIEVED_MS = 1000;
const MAX_KEPT = 10_000;

interface Kept { readonly session: Promise<RequestSession | null>; readonly until: number }

/** A person's clicks come in bursts; one query a second serves them all. */
@Injectable()
export class SessionCache {
  private readonly kept = new Map<string, Kept>();

  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  read(tokenHash: string): Promise<RequestSession | null> {
    const now = performance.now();
    const known = this.kept.get(tokenHash);
    if (known && known.until > now) return known.session;
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    const session = this.load(tokenHash);
    this.kept.set(tokenHash, { session, until: now + BELIEVED_MS });
    session.catch(() => this.kept.delete(tokenHash));
    return session;
  }

  forget(tokenHash: string): void {
    this.kept.delete(tokenHash);
  }

  private async load(tokenHash: string): Promise<RequestSession | null> {
    const { store, people, clock } = this.runtime.shell;
    const found = await readSession(store, tokenHash);
    if (!found) return null;
    await touchSession(store, tokenHash, IDLE_MINUTES);
    const person = `person:${found.person}`;
    return { ...found, person, subject: await people.subject(person, found.timeZone, clock.now()) };
  }
}
