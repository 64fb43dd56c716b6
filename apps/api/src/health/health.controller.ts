import { Controller, Get } from '@nestjs/common';
import type { Runtime } from '@reglament/runtime';
import { InjectRuntime } from '../runtime.token.js';
import { Public } from '../security/policy.decorator.js';

/** For a balancer: answers only while the database answers. Says nothing about the product to who is not signed in. */
@Controller('api/health')
export class HealthController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @Public()
  async health(): Promise<{ status: 'ok' }> {
    await this.runtime.shell.store.query({ text: 'select 1' });
    return { status: 'ok' };
  }
}
