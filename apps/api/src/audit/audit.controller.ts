import { Controller, Get, Query } from '@nestjs/common';
import type { AuditRow, Page } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { flag, pageQuery, text } from '../http/page-query.js';
import { InjectRuntime } from '../runtime.token.js';
import { Permitted } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

@Controller('audit')
export class AuditController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @Permitted('seeAudit')
  async list(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<AuditRow>> {
    const [action, actor, signIns] = [text(query, 'action', 80), text(query, 'actor', 80), flag(query, 'signIns')];
    return answered(await this.runtime.listAudit(me, { ...(action && { action }), ...(actor && { actor }), ...(signIns !== undefined && { signIns }) }, pageQuery(query)));
  }
}
