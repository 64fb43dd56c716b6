import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { IncidentRow, Page } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { oneOf, pageQuery } from '../http/page-query.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject, Permitted } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

@Controller('incidents')
export class IncidentsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @Permitted('seeIncidents')
  async list(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<IncidentRow>> {
    return answered(await this.runtime.listIncidents(me, { status: oneOf(query, 'status', ['open', 'resolved']) ?? 'open' }, pageQuery(query)));
  }

  @Post(':id/retry') @HttpCode(200) @OnObject('incident.retry')
  async retry(@Me() me: Caller, @Param('id') id: string): Promise<IncidentRow> {
    return answered(await this.runtime.retryIncident(me, id));
  }
}
