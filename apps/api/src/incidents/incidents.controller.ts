import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { BODIES, type IncidentRow, type OperateOnCase, type Page, type RetryIncident } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { oneOf, pageQuery } from '../http/page-query.js';
import { valid } from '../http/validate-body.pipe.js';
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

  /** With data of the case put right first. */
  @Post(':id/retry-with') @HttpCode(200) @OnObject('incident.retry')
  async retryWith(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.RetryIncident)) body: RetryIncident): Promise<IncidentRow> {
    return answered(await this.runtime.retryIncident(me, id, body));
  }

  @Post(':id/leave-out') @HttpCode(200) @OnObject('incident.leaveOut')
  async leaveOut(@Me() me: Caller, @Param('id') incident: string, @Body(valid(BODIES.OperateOnCase)) body: OperateOnCase): Promise<IncidentRow> {
    return answered(await this.runtime.leaveOut(me, { incident, body }));
  }
}
