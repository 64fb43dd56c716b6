import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { Runtime } from '@reglament/runtime';
import { readFileSync } from 'node:fs';
import type { Config } from './config/config.js';
import { CONFIG } from './config/config.token.js';
import { CONTROLLERS } from './controllers.js';
import { ProblemFilter } from './http/problem.filter.js';
import { describeSurface } from './openapi/describe.js';
import { SURFACE } from './openapi/surface-description.js';
import { RUNTIME } from './runtime.token.js';
import { assertPolicies } from './security/assert-policies.js';
import { SessionGuard } from './security/session.guard.js';
import { SessionCache } from './session/session-cache.js';

/** HTTP over the use cases: one guard for every endpoint, one filter for every failure. */
@Module({})
export class AppModule {
  static over(runtime: Runtime, config: Config): DynamicModule {
    assertPolicies(CONTROLLERS);
    const answers = JSON.parse(readFileSync(`${config.root}/apps/api/src/openapi/answers.json`, 'utf8')) as Record<string, unknown>;
    SURFACE.made = JSON.stringify(describeSurface(CONTROLLERS, answers));
    return {
      module: AppModule,
      controllers: CONTROLLERS,
      providers: [
        { provide: RUNTIME, useValue: runtime }, { provide: CONFIG, useValue: config }, SessionCache,
        { provide: APP_GUARD, useClass: SessionGuard }, { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
