import { Body, Controller, Delete, Get, Header, Headers, HttpCode, Param, Post, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { BODIES, type AddForm, type FormAnswerColumn, type FormAnswerRow, type FormDefinition, type FormDraftSaved, type FormDraftView, type FormHandedOut, type FormHandOutRow, type FormPageView, type FormPublished, type FormRecipients, type FormRow, type HandOutForm, type Page, type SaveFormDraft } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import type { Response } from 'express';
import { sendFile } from '../files/send-file.js';
import { answered } from '../http/answered.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import { pageQuery, text } from '../http/page-query.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

const bare = (etag: string | undefined): string | null => etag?.replace(/^W\//u, '').replaceAll('"', '') ?? null;

/** Forms by key, as they are made: drafts, versions, whom they were given to and what was answered. One version by its hash: `FormsController`. */
@Controller('form-definitions')
export class FormDefinitionsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @OnObject('form.read')
  async list(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<FormRow>> {
    return answered(await this.runtime.listForms(me, pageQuery(query)));
  }

  @Post() @OnObject('form.manage')
  async add(@Me() me: Caller, @Body(valid(BODIES.AddForm)) body: AddForm): Promise<FormRow> {
    return answered(await this.runtime.addForm(me, body));
  }

  @Get('recipients') @OnObject('form.manage')
  async recipients(@Me() me: Caller): Promise<FormRecipients> {
    return answered(await this.runtime.formRecipients(me));
  }

  @Get(':key') @OnObject('form.read')
  async view(@Me() me: Caller, @Param('key') key: string): Promise<FormPageView> {
    return answered(await this.runtime.viewFormPage(me, key));
  }

  @Get(':key/draft') @OnObject('form.manage')
  async draft(@Me() me: Caller, @Param('key') key: string, @Res({ passthrough: true }) response: Response): Promise<FormDraftView> {
    return tagged(response, answered(await this.runtime.readFormDraft(me, key)));
  }

  @Post(':key/draft') @HttpCode(200) @OnObject('form.manage')
  async openDraft(@Me() me: Caller, @Param('key') key: string, @Res({ passthrough: true }) response: Response): Promise<FormDraftView> {
    return tagged(response, answered(await this.runtime.openFormDraft(me, key)));
  }

  @Put(':key/draft') @OnObject('form.manage')
  async saveDraft(@Me() me: Caller, @Param('key') key: string, @Headers('if-match') etag: string | undefined, @Body(valid(BODIES.SaveFormDraft)) body: SaveFormDraft, @Res({ passthrough: true }) response: Response): Promise<FormDraftSaved> {
    return tagged(response, answered(await this.runtime.saveFormDraft(me, { key, content: body.content as FormDefinition, etag: bare(etag) })));
  }

  @Delete(':key/draft') @HttpCode(204) @OnObject('form.manage')
  async discard(@Me() me: Caller, @Param('key') key: string, @Headers('if-match') etag: string | undefined): Promise<void> {
    answered(await this.runtime.discardFormDraft(me, { key, etag: bare(etag) }));
  }

  @Get(':key/draft/validator.js') @OnObject('form.manage') @Header('Cache-Control', 'private, no-store') @Header('Content-Type', 'text/javascript; charset=utf-8')
  async draftValidator(@Me() me: Caller, @Param('key') key: string): Promise<string> {
    return answered(await this.runtime.formDraftValidator(me, key));
  }

  @Post(':key/publish') @HttpCode(200) @OnObject('form.manage')
  async publish(@Me() me: Caller, @Param('key') key: string, @Headers('if-match') etag: string | undefined): Promise<FormPublished> {
    return answered(await this.runtime.publishForm(me, { key, etag: bare(etag) }));
  }

  @Get(':key/hand-outs') @OnObject('form.read')
  async handOuts(@Me() me: Caller, @Param('key') key: string, @Query() query: Record<string, unknown>): Promise<Page<FormHandOutRow>> {
    return answered(await this.runtime.listFormHandOuts(me, key, pageQuery(query)));
  }

  @Post(':key/hand-outs') @OnObject('form.manage')
  async handOut(@Me() me: Caller, @Param('key') key: string, @IdempotencyKey() idempotencyKey: string | null, @Body(valid(BODIES.HandOutForm)) body: HandOutForm): Promise<FormHandedOut> {
    return answered(await this.runtime.handOutForm(me, { key, body, idempotencyKey }));
  }

  @Get(':key/answers') @OnObject('form.read')
  async answers(@Me() me: Caller, @Param('key') key: string, @Query() query: Record<string, unknown>): Promise<Page<FormAnswerRow>> {
    return answered(await this.runtime.listFormAnswers(me, narrowed(key, query), pageQuery(query)));
  }

  @Get(':key/answers/columns') @OnObject('form.read')
  async columns(@Me() me: Caller, @Param('key') key: string): Promise<readonly FormAnswerColumn[]> {
    return answered(await this.runtime.formAnswerColumns(me, key));
  }

  @Get(':key/answers.csv') @OnObject('form.read')
  async saveAnswers(@Me() me: Caller, @Param('key') key: string, @Query() query: Record<string, unknown>, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    return sendFile(response, answered(await this.runtime.exportFormAnswers(me, narrowed(key, query))), false);
  }
}

function tagged<View extends { readonly etag: string }>(response: Response, view: View): View {
  response.setHeader('ETag', `"${view.etag}"`);
  return view;
}

function narrowed(key: string, query: Readonly<Record<string, unknown>>): { readonly key: string; readonly handOut?: string } {
  const handOut = text(query, 'handOut', 40);
  return { key, ...(handOut !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(handOut) && { handOut }) };
}
