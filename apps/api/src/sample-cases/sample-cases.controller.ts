import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { BODIES, type LoadSampleCases, type SamplePackageRow } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { Permitted } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

/** Whoever may move the clock of a demo base may fill it: both make what is not so. */
@Controller('sample-cases')
export class SampleCasesController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @Permitted('moveClock')
  async list(@Me() me: Caller): Promise<readonly SamplePackageRow[]> {
    return answered(await this.runtime.sampleCases.list(me));
  }

  @Post() @HttpCode(202) @Permitted('moveClock')
  async load(@Me() me: Caller, @Body(valid(BODIES.LoadSampleCases)) body: LoadSampleCases): Promise<readonly SamplePackageRow[]> {
    return answered(await this.runtime.sampleCases.load(me, body));
  }
}
