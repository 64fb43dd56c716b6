import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { BODIES, type SessionView, type SignIn } from '@reglament/contracts';
import type { Runtime } from '@reglament/runtime';
import { appendAudit, changeLocale, endSession } from '@reglament/store';
import type { Request, Response } from 'express';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { notSignedIn } from '../http/problem-exception.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { Public, SignedIn } from '../security/policy.decorator.js';
import { MySession, type RequestSession } from '../security/request-session.js';
import { replacePassword } from './change-password.js';
import { clearSessionCookie, setSessionCookie } from './cookie.js';
import { SessionCache } from './session-cache.js';
import { sessionView } from './session-view.js';
import { hashOfToken, signIn } from './sign-in.js';

@Controller('session')
export class SessionController {
  constructor(@InjectRuntime() private readonly runtime: Runtime, private readonly sessions: SessionCache, @Inject(CONFIG) private readonly config: Config) {}

  @Get() @SignedIn()
  view(@MySession() session: RequestSession): Promise<SessionView> {
    return sessionView(this.runtime, session);
  }

  @Post() @HttpCode(200) @Public()
  async start(@Body(valid(BODIES.SignIn)) body: SignIn, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    const { token } = await signIn(this.runtime.shell.store, body, request.ip ?? '', this.config.signInAttempts);
    setSessionCookie(response, token, this.config.secureCookie);
    const session = await this.sessions.read(hashOfToken(token));
    if (!session) throw notSignedIn();
    await this.audit(session, 'session.opened');
    return sessionView(this.runtime, session);
  }

  @Patch() @SignedIn()
  async setLocale(@MySession() session: RequestSession, @Body(valid(BODIES.SetLocale)) { locale }: { locale: 'ru' | 'en' }): Promise<SessionView> {
    await changeLocale(this.runtime.shell.store, session.person.slice('person:'.length), locale);
    this.sessions.forget(session.tokenHash);
    return sessionView(this.runtime, { ...session, locale });
  }

  @Post('password') @HttpCode(204) @SignedIn()
  async setPassword(@MySession() session: RequestSession, @Body(valid(BODIES.ChangePassword)) body: { current: string; next: string }): Promise<void> {
    await replacePassword(this.runtime.shell.store, session, body);
  }

  @Delete() @HttpCode(204) @SignedIn()
  async end(@MySession() session: RequestSession, @Res({ passthrough: true }) response: Response): Promise<void> {
    await endSession(this.runtime.shell.store, session.tokenHash);
    this.sessions.forget(session.tokenHash);
    clearSessionCookie(response, this.config.secureCookie);
    await this.audit(session, 'session.closed');
  }

  private audit({ person, organisation, path }: RequestSession, action: string): Promise<void> {
    return appendAudit(this.runtime.shell.store, [{ actor: person, action, objectType: 'session', objectId: null, organisation, path, data: {} }]);
  }
}
