import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { InvitationRow, RenewedLink } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

/** Personal links as those see them who look after the case. */
@Controller()
export class InvitationsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get('process-instances/:id/invitations') @OnObject('case.invite')
  async list(@Me() me: Caller, @Param('id') id: string): Promise<readonly InvitationRow[]> {
    return answered(await this.runtime.listInvitations(me, id));
  }

  /** By POST: the answer holds a secret, and the one before it stops working. */
  @Post('invitations/:id/link') @HttpCode(200) @OnObject('case.invite')
  async renew(@Me() me: Caller, @Param('id') id: string): Promise<RenewedLink> {
    return answered(await this.runtime.renewLink(me, id));
  }
}
