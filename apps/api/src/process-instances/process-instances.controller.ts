import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { BODIES, type AddComment, type CancelInstance, type CommentView, type DiagramView, type FileView, type HistoryRow, type InstanceRow, type InstanceView, type Page, type RouteView, type StartedInstance, type StartInstance, type SummaryAnswer, type SummaryView, type TriggerAction } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import { flag, invalid, oneOf, pageQuery, text } from '../http/page-query.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject, SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

@Controller('process-instances')
export class ProcessInstancesController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @SignedIn()
  async list(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<InstanceRow>> {
    const status = oneOf(query, 'status', ['active', 'suspended', 'completed', 'cancelled']);
    const mine = flag(query, 'mine');
    const overdue = flag(query, 'overdue');
    const definition = text(query, 'definition', 64);
    const state = text(query, 'state', 64);
    const organisation = text(query, 'organisation', 40);
    const filter = { ...(status && { status }), ...(mine !== undefined && { mine }), ...(overdue !== undefined && { overdue }), ...(definition && { definition }), ...(state && { state }), ...(organisation && { organisation }) };
    return answered(await this.runtime.listInstances(me, filter, pageQuery(query)));
  }

  @Post() @OnObject('case.start')
  async start(@Me() me: Caller, @IdempotencyKey() idempotencyKey: string | null, @Body(valid(BODIES.StartInstance)) body: StartInstance): Promise<StartedInstance> {
    return answered(await this.runtime.startInstance(me, { body, idempotencyKey }));
  }

  @Get(':id') @OnObject('case.read')
  async view(@Me() me: Caller, @Param('id') id: string): Promise<InstanceView> {
    return answered(await this.runtime.viewInstance(me, id));
  }

  @Post(':id/actions/:activity/:action') @HttpCode(200) @OnObject('action.trigger')
  async act(@Me() me: Caller, @Param('id') id: string, @Param('activity', ParseIntPipe) activity: number, @Param('action') action: string, @IdempotencyKey() idempotencyKey: string | null, @Body(valid(BODIES.TriggerAction)) body: TriggerAction): Promise<InstanceView> {
    return answered(await this.runtime.triggerAction(me, { instance: id, activity, action, body, idempotencyKey }));
  }

  @Post(':id/cancel') @HttpCode(200) @OnObject('case.cancel')
  async cancel(@Me() me: Caller, @Param('id') id: string, @IdempotencyKey() idempotencyKey: string | null, @Body(valid(BODIES.CancelInstance)) body: CancelInstance): Promise<InstanceView> {
    return answered(await this.runtime.cancelInstance(me, { instance: id, body, idempotencyKey }));
  }

  @Get(':id/history') @OnObject('case.read')
  async history(@Me() me: Caller, @Param('id') id: string): Promise<readonly HistoryRow[]> {
    return answered(await this.runtime.viewHistory(me, id));
  }

  @Get(':id/why') @OnObject('case.read')
  async why(@Me() me: Caller, @Param('id') instance: string, @Query() query: Record<string, unknown>): Promise<readonly RouteView[]> {
    const node = text(query, 'node', 64);
    const seq = text(query, 'seq', 9);
    if (seq !== undefined && !/^\d+$/.test(seq)) throw invalid('seq', 'a number of a fact');
    return answered(await this.runtime.viewRoutes(me, { instance, ...(node && { node }), ...(seq && { seq: Number(seq) }) }));
  }

  @Get(':id/diagram') @OnObject('case.read')
  async diagram(@Me() me: Caller, @Param('id') id: string): Promise<DiagramView> {
    return answered(await this.runtime.viewDiagram(me, id));
  }

  @Get(':id/summaries') @OnObject('case.read')
  async summaries(@Me() me: Caller, @Param('id') id: string): Promise<readonly SummaryView[]> {
    return answered(await this.runtime.viewSummaries(me, id));
  }

  @Get(':id/summaries/:node/:version/answers') @OnObject('case.read')
  async summaryAnswers(@Me() me: Caller, @Param('id') instance: string, @Param('node') node: string, @Param('version', ParseIntPipe) version: number, @Query() query: Record<string, unknown>): Promise<readonly SummaryAnswer[]> {
    return answered(await this.runtime.viewSummaryAnswers(me, { instance, node, version, code: text(query, 'code', 200) ?? '' }));
  }

  @Get(':id/comments') @OnObject('case.read')
  async comments(@Me() me: Caller, @Param('id') id: string): Promise<readonly CommentView[]> {
    return answered(await this.runtime.listComments(me, id));
  }

  @Post(':id/comments') @OnObject('case.comment')
  async comment(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.AddComment)) body: AddComment): Promise<readonly CommentView[]> {
    return answered(await this.runtime.addComment(me, { instance: id, body }));
  }

  @Get(':id/files') @OnObject('case.read')
  async files(@Me() me: Caller, @Param('id') id: string): Promise<readonly FileView[]> {
    return answered(await this.runtime.listFiles(me, id));
  }

  @Post(':id/files') @OnObject('case.attachFile')
  async attach(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.AttachFile)) body: { file: string; name: string }): Promise<FileView> {
    return answered(await this.runtime.attachFile(me, { instance: id, ...body }));
  }
}
