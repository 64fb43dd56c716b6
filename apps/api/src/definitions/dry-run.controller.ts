import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { BODIES, type DryRunCases, type DryRunView } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

/** Past cases on a draft of their process, page by page. */
@Controller('process-definitions')
export class DryRunController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Post('dry-run') @HttpCode(200) @OnObject('definition.read')
  async run(@Me() me: Caller, @Body(valid(BODIES.DryRunCases)) body: DryRunCases): Promise<DryRunView> {
    return answered(await this.runtime.dryRunCases(me, body));
  }
}
