import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { BODIES, type MailRow, type MailSummary, type Page, type PersonEmail, type SetEmail } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { oneOf, pageQuery } from '../http/page-query.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject, Permitted } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

@Controller()
export class MailController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get('mail/summary') @Permitted('seeIncidents')
  async summary(@Me() me: Caller): Promise<MailSummary> {
    return answered(await this.runtime.mailSummary(me));
  }

  @Get('mail') @Permitted('seeIncidents')
  async list(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<MailRow>> {
    const state = oneOf(query, 'state', ['waiting', 'sent', 'failed']);
    return answered(await this.runtime.listMails(me, state ? { state } : {}, pageQuery(query)));
  }

  @Post('mail/:id/retry') @HttpCode(200) @OnObject('mail.retry')
  async retry(@Me() me: Caller, @Param('id') id: string): Promise<MailRow> {
    return answered(await this.runtime.retryMail(me, id));
  }

  @Get('people/:id/email') @OnObject('person.manage')
  async email(@Me() me: Caller, @Param('id') id: string): Promise<PersonEmail> {
    return answered(await this.runtime.readEmail(me, id));
  }

  @Put('people/:id/email') @OnObject('person.manage')
  async setEmail(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.SetEmail)) body: SetEmail): Promise<PersonEmail> {
    return answered(await this.runtime.setEmail(me, { id, body }));
  }
}
