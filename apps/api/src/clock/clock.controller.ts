import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { BODIES, type ClockView, type MoveClock } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { Permitted, SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

@Controller('clock')
export class ClockController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @SignedIn()
  async read(@Me() me: Caller): Promise<ClockView> {
    return answered(await this.runtime.readClock(me));
  }

  /** Forward only, on a demo base only: what waits for that time happens now. */
  @Post() @HttpCode(200) @Permitted('moveClock')
  async move(@Me() me: Caller, @Body(valid(BODIES.MoveClock)) body: MoveClock): Promise<ClockView> {
    return answered(await this.runtime.moveClock(me, body));
  }
}
