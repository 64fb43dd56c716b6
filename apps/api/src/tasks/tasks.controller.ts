import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { BODIES, type CheckResult, type CompletedTask, type CompleteTask, type DraftSaved, type Page, type SaveDraft, type TaskCounts, type TaskRow, type TaskView } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import type { Response } from 'express';
import { answered } from '../http/answered.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import { flag, oneOf, pageQuery, text } from '../http/page-query.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject, SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

@Controller('tasks')
export class TasksController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @SignedIn()
  async list(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<TaskRow>> {
    const scope = oneOf(query, 'scope', ['mine', 'available', 'team', 'done']) ?? 'mine';
    const overdue = flag(query, 'overdue');
    const definition = text(query, 'definition', 64);
    const dueTo = text(query, 'dueTo', 40);
    const organisation = text(query, 'organisation', 40);
    const filter = { scope, ...(overdue !== undefined && { overdue }), ...(definition && { definition }), ...(dueTo && { dueTo }), ...(organisation && { organisation }) };
    return answered(await this.runtime.listTasks(me, filter, pageQuery(query)));
  }

  @Get('counts') @SignedIn()
  async counts(@Me() me: Caller): Promise<TaskCounts> {
    return answered(await this.runtime.countTasks(me));
  }

  @Get(':id') @OnObject('task.read')
  async view(@Me() me: Caller, @Param('id') id: string): Promise<TaskView> {
    return answered(await this.runtime.viewTask(me, id));
  }

  @Put(':id/draft') @OnObject('task.saveDraft')
  async saveDraft(@Me() me: Caller, @Param('id') id: string, @Headers('if-match') etag: string | undefined, @Body(valid(BODIES.SaveDraft)) body: SaveDraft, @Res({ passthrough: true }) response: Response): Promise<DraftSaved> {
    const saved = answered(await this.runtime.saveDraft(me, { task: id, etag: etag?.replaceAll('"', '') ?? null, body }));
    response.setHeader('ETag', `"${saved.etag}"`);
    return saved;
  }

  @Post(':id/check') @HttpCode(200) @OnObject('task.check')
  async check(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.CheckTask)) body: { data: Record<string, unknown> }): Promise<CheckResult> {
    return answered(await this.runtime.checkTask(me, { task: id, data: body.data }));
  }

  @Post(':id/complete') @HttpCode(200) @OnObject('task.complete')
  async complete(@Me() me: Caller, @Param('id') id: string, @IdempotencyKey() idempotencyKey: string | null, @Body(valid(BODIES.CompleteTask)) body: CompleteTask): Promise<CompletedTask> {
    return answered(await this.runtime.completeTask(me, { task: id, body, idempotencyKey }));
  }

  @Post(':id/claim') @HttpCode(200) @OnObject('task.claim')
  async claim(@Me() me: Caller, @Param('id') id: string): Promise<TaskView> {
    return answered(await this.runtime.claimTask(me, id));
  }

  @Post(':id/unclaim') @HttpCode(200) @OnObject('task.unclaim')
  async unclaim(@Me() me: Caller, @Param('id') id: string): Promise<TaskView> {
    return answered(await this.runtime.unclaimTask(me, id));
  }

  @Post(':id/delegate') @HttpCode(200) @OnObject('task.delegate')
  async delegate(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.ToParty)) body: { to: string }): Promise<TaskView> {
    return answered(await this.runtime.delegateTask(me, { task: id, to: body.to }));
  }

  @Post(':id/approvers') @HttpCode(200) @OnObject('task.addApprover')
  async addApprover(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.ToParty)) body: { to: string }): Promise<TaskView> {
    return answered(await this.runtime.addApprover(me, { task: id, approver: body.to }));
  }
}
