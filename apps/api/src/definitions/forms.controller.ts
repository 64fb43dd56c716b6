import { Controller, Get, Header, Param } from '@nestjs/common';
import type { FormDefinition } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { InjectRuntime } from '../runtime.token.js';
import { SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

const FOREVER = 'private, max-age=31536000, immutable';

/** Forms are immutable under their hash, so the browser asks once. */
@Controller()
export class FormsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get('forms/:hash') @SignedIn() @Header('Cache-Control', FOREVER)
  async form(@Me() me: Caller, @Param('hash') hash: string): Promise<FormDefinition> {
    return answered(await this.runtime.viewForm(me, hash));
  }

  /** AJV's standalone code of the form as a module of our own origin: the browser needs no `unsafe-eval` (decision 10). */
  @Get('forms/:hash/validator.js') @SignedIn() @Header('Cache-Control', FOREVER) @Header('Content-Type', 'text/javascript; charset=utf-8')
  async validator(@Me() me: Caller, @Param('hash') hash: string): Promise<string> {
    return answered(await this.runtime.formValidator(me, hash));
  }

  @Get('submissions/:id') @SignedIn()
  async submission(@Me() me: Caller, @Param('id') id: string): Promise<unknown> {
    return answered(await this.runtime.viewSubmission(me, id));
  }
}
