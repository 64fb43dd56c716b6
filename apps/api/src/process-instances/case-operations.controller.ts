import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  BODIES, type BatchCount, type BatchItemRow, type BatchRow, type CaseManagement, type CountBatch, type InstanceView, type ModificationPreview, type ModifyCase, type OperateOnCase, type Page, type PreviewChanges, type StartBatch,
} from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import { oneOf, pageQuery } from '../http/page-query.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject, Permitted } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

/** Operations on live cases: on one of them, and on many at once. */
@Controller()
export class CaseOperationsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get('process-instances/:id/management') @OnObject('case.manage')
  async management(@Me() me: Caller, @Param('id') id: string): Promise<CaseManagement> {
    return answered(await this.runtime.viewManagement(me, id));
  }

  @Post('process-instances/:id/suspend') @HttpCode(200) @OnObject('case.manage')
  async suspend(@Me() me: Caller, @Param('id') instance: string, @IdempotencyKey() idempotencyKey: string | null, @Body(valid(BODIES.OperateOnCase)) body: OperateOnCase): Promise<InstanceView> {
    return answered(await this.runtime.suspendCase(me, { instance, body, idempotencyKey }));
  }

  @Post('process-instances/:id/resume') @HttpCode(200) @OnObject('case.manage')
  async resume(@Me() me: Caller, @Param('id') instance: string, @IdempotencyKey() idempotencyKey: string | null, @Body(valid(BODIES.OperateOnCase)) body: OperateOnCase): Promise<InstanceView> {
    return answered(await this.runtime.resumeCase(me, { instance, body, idempotencyKey }));
  }

  @Post('process-instances/:id/modification/preview') @HttpCode(200) @OnObject('case.manage')
  async preview(@Me() me: Caller, @Param('id') instance: string, @Body(valid(BODIES.PreviewChanges)) body: PreviewChanges): Promise<ModificationPreview> {
    return answered(await this.runtime.previewModification(me, { instance, body }));
  }

  @Post('process-instances/:id/modification') @HttpCode(200) @OnObject('case.manage')
  async modify(@Me() me: Caller, @Param('id') instance: string, @IdempotencyKey() idempotencyKey: string | null, @Body(valid(BODIES.ModifyCase)) body: ModifyCase): Promise<InstanceView> {
    return answered(await this.runtime.modifyCase(me, { instance, body, idempotencyKey }));
  }

  @Post('process-instances/:id/undo') @HttpCode(200) @OnObject('case.manage')
  async undo(@Me() me: Caller, @Param('id') instance: string, @IdempotencyKey() idempotencyKey: string | null, @Body(valid(BODIES.OperateOnCase)) body: OperateOnCase): Promise<InstanceView> {
    return answered(await this.runtime.undoOperation(me, { instance, body, idempotencyKey }));
  }

  @Get('case-operations') @Permitted('manageCases')
  async list(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<BatchRow>> {
    return answered(await this.runtime.listBatches(me, pageQuery(query)));
  }

  @Post('case-operations/count') @HttpCode(200) @Permitted('manageCases')
  async count(@Me() me: Caller, @Body(valid(BODIES.CountBatch)) body: CountBatch): Promise<BatchCount> {
    return answered(await this.runtime.countBatch(me, body));
  }

  @Post('case-operations') @Permitted('manageCases')
  async start(@Me() me: Caller, @IdempotencyKey() idempotencyKey: string | null, @Body(valid(BODIES.StartBatch)) body: StartBatch): Promise<BatchRow> {
    return answered(await this.runtime.startBatch(me, { body, idempotencyKey }));
  }

  @Get('case-operations/:id') @OnObject('batch.read')
  async view(@Me() me: Caller, @Param('id') id: string): Promise<BatchRow> {
    return answered(await this.runtime.viewBatch(me, id));
  }

  @Get('case-operations/:id/items') @OnObject('batch.read')
  async items(@Me() me: Caller, @Param('id') batch: string, @Query() query: Record<string, unknown>): Promise<Page<BatchItemRow>> {
    const status = oneOf(query, 'status', ['waiting', 'done', 'refused', 'left']);
    return answered(await this.runtime.listBatchItems(me, { batch, ...(status && { status }) }, pageQuery(query)));
  }

  @Post('case-operations/:id/stop') @HttpCode(200) @OnObject('batch.read')
  async stop(@Me() me: Caller, @Param('id') id: string): Promise<BatchRow> {
    return answered(await this.runtime.stopBatch(me, id));
  }
}
