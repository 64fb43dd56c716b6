import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Put, Req, Res, type StreamableFile } from '@nestjs/common';
import { BODIES, type CompleteTask, type DraftSaved, type FormDefinition, type OpenLink, type Responded, type RespondView, type SaveDraft } from '@reglament/contracts';
import type { RespondRequest, Runtime } from '@reglament/runtime';
import type { Request, Response } from 'express';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { decodeName, MAX_FILE_BYTES } from '../files/files.controller.js';
import { readRawBody } from '../files/read-raw-body.js';
import { sendFile } from '../files/send-file.js';
import { answered } from '../http/answered.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import { localeOf } from '../http/locale.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { ByLink, Public } from '../security/policy.decorator.js';
import { FromLink, setRespondentCookie } from '../security/respondent-session.js';

const FOREVER = 'private, max-age=31536000, immutable';

/** The one task behind a personal link. No route takes an id of it: the session knows which. */
@Controller('respond')
export class RespondController {
  constructor(@InjectRuntime() private readonly runtime: Runtime, @Inject(CONFIG) private readonly config: Config) {}

  @Post('session') @HttpCode(200) @Public()
  async open(@Body(valid(BODIES.OpenLink)) { token }: OpenLink, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<RespondView> {
    const { sessionToken, respondent } = answered(await this.runtime.openLink({ token, address: request.ip ?? '' }));
    const view = answered(await this.runtime.viewRespond({ respondent, locale: localeOf(request.headers['accept-language']), address: request.ip ?? null }));
    setRespondentCookie(response, sessionToken, this.config.secureCookie);
    return view;
  }

  @Get() @ByLink()
  async view(@FromLink() request: RespondRequest): Promise<RespondView> {
    return answered(await this.runtime.viewRespond(request));
  }

  @Put('draft') @ByLink()
  async saveDraft(@FromLink() request: RespondRequest, @Headers('if-match') etag: string | undefined, @Body(valid(BODIES.SaveDraft)) body: SaveDraft, @Res({ passthrough: true }) response: Response): Promise<DraftSaved> {
    const saved = answered(await this.runtime.draftRespond({ ...request, etag: etag?.replaceAll('"', '') ?? null, body }));
    response.setHeader('ETag', `"${saved.etag}"`);
    return saved;
  }

  @Post('complete') @HttpCode(200) @ByLink()
  async complete(@FromLink() request: RespondRequest, @IdempotencyKey() idempotencyKey: string | null, @Body(valid(BODIES.CompleteTask)) body: CompleteTask): Promise<Responded> {
    return answered(await this.runtime.submitRespond({ ...request, body, idempotencyKey }));
  }

  @Post('files') @ByLink()
  async upload(@FromLink() request: RespondRequest, @Headers('x-file-name') name: string | undefined, @Req() raw: Request): Promise<{ id: string; name: string; size: number; type: string }> {
    const bytes = await readRawBody(raw, MAX_FILE_BYTES);
    return answered(await this.runtime.uploadRespond({ ...request, name: decodeName(name), bytes }));
  }

  @Get('files/:id') @ByLink()
  async download(@FromLink() request: RespondRequest, @Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    return sendFile(response, answered(await this.runtime.fileRespond({ ...request, id })), false);
  }

  @Get('forms/:hash') @ByLink() @Header('Cache-Control', FOREVER)
  async form(@FromLink() request: RespondRequest, @Param('hash') hash: string): Promise<FormDefinition> {
    return answered(await this.runtime.formRespond({ ...request, hash }));
  }

  @Get('forms/:hash/validator.js') @ByLink() @Header('Cache-Control', FOREVER) @Header('Content-Type', 'text/javascript; charset=utf-8')
  async validator(@FromLink() request: RespondRequest, @Param('hash') hash: string): Promise<string> {
    return answered(await this.runtime.validatorRespond({ ...request, hash }));
  }
}
