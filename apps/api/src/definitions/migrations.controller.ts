import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { BODIES, type MigrationBatchRow, type MigrationBatchView, type MigrationPlanView, type PlanMigration, type StartMigration, type UndoMigration, type VersionComparison } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { invalid, text } from '../http/page-query.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

/** Two versions of a process side by side, and living cases that are moved from one to the other. */
@Controller('process-definitions/:key')
export class MigrationsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get('comparison') @OnObject('definition.read')
  async compare(@Me() me: Caller, @Param('key') key: string, @Query() query: Record<string, unknown>): Promise<VersionComparison> {
    return answered(await this.runtime.compareVersions(me, { key, from: versionIn(query, 'from'), to: versionIn(query, 'to') }));
  }

  @Post('migration-plan') @HttpCode(200) @OnObject('definition.migrate')
  async plan(@Me() me: Caller, @Param('key') key: string, @Body(valid(BODIES.PlanMigration)) body: PlanMigration): Promise<MigrationPlanView> {
    return answered(await this.runtime.planCases(me, { key, body }));
  }

  @Get('migrations') @OnObject('definition.migrate')
  async list(@Me() me: Caller, @Param('key') key: string): Promise<readonly MigrationBatchRow[]> {
    return answered(await this.runtime.listMigrations(me, key));
  }

  @Post('migrations') @OnObject('definition.migrate')
  async start(@Me() me: Caller, @Param('key') key: string, @Body(valid(BODIES.StartMigration)) body: StartMigration): Promise<MigrationBatchView> {
    return answered(await this.runtime.startMigration(me, { key, body }));
  }

  @Get('migrations/:id') @OnObject('definition.migrate')
  async view(@Me() me: Caller, @Param('key') key: string, @Param('id') id: string): Promise<MigrationBatchView> {
    return answered(await this.runtime.viewMigration(me, { key, id }));
  }

  @Post('migrations/:id/undo') @HttpCode(200) @OnObject('definition.migrate')
  async undo(@Me() me: Caller, @Param('key') key: string, @Param('id') id: string, @Body(valid(BODIES.UndoMigration)) body: UndoMigration): Promise<MigrationBatchView> {
    return answered(await this.runtime.undoMigrationBatch(me, { key, id, body }));
  }
}

@Controller('process-instances/:id')
export class CaseMigrationsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Post('migration/undo') @HttpCode(200) @OnObject('case.manage')
  async undo(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.UndoMigration)) body: UndoMigration): Promise<{ readonly instance: string }> {
    return answered(await this.runtime.undoCaseMigration(me, { instance: id, body }));
  }
}

function versionIn(query: Readonly<Record<string, unknown>>, name: string): number {
  const given = text(query, name, 7);
  if (given === undefined || !/^[1-9]\d*$/.test(given)) throw invalid(name, '1, 2, 3 …');
  return Number(given);
}
