import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { BODIES, type NotificationRow, type Page, type TaskCounts } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { pageQuery } from '../http/page-query.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

@Controller('notifications')
export class NotificationsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @SignedIn()
  async list(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<NotificationRow>> {
    return answered(await this.runtime.listNotifications(me, pageQuery(query)));
  }

  @Post('read') @HttpCode(200) @SignedIn()
  async read(@Me() me: Caller, @Body(valid(BODIES.ReadNotifications)) body: { ids?: string[]; all?: true }): Promise<TaskCounts> {
    return answered(await this.runtime.readNotifications(me, body.all ? 'all' : (body.ids ?? [])));
  }
}
