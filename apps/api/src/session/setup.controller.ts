import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { BODIES, type SessionView, type Setup } from '@reglament/contracts';
import type { Runtime } from '@reglament/runtime';
import { setupNeeded } from '@reglament/store';
import type { Request, Response } from 'express';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { answered } from '../http/answered.js';
import { notSignedIn } from '../http/problem-exception.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { Public } from '../security/policy.decorator.js';
import { setSessionCookie } from './cookie.js';
import { SessionCache } from './session-cache.js';
import { sessionView } from './session-view.js';
import { hashOfToken, signIn } from './sign-in.js';

/** The first run of an empty base. Public by need: there is nobody yet; a unique row of the database lets only the first one through. */
@Controller('setup')
export class SetupController {
  constructor(@InjectRuntime() private readonly runtime: Runtime, private readonly sessions: SessionCache, @Inject(CONFIG) private readonly config: Config) {}

  @Get() @Public()
  async needed(): Promise<{ needed: boolean }> {
    return { needed: await setupNeeded(this.runtime.shell.store) };
  }

  @Post() @HttpCode(200) @Public()
  async setUp(@Body(valid(BODIES.Setup)) body: Setup, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    answered(await this.runtime.setUp(body));
    const { token } = await signIn(this.runtime.shell.store, body, request.ip ?? '', this.config.signInAttempts);
    setSessionCookie(response, token, this.config.secureCookie);
    const session = await this.sessions.read(hashOfToken(token));
    if (!session) throw notSignedIn();
    return sessionView(this.runtime, session);
  }
}
