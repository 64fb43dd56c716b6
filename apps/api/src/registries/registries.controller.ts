import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { Page, RecordListFilter, RecordRow, RecordView, RegistryFigures, RegistryRow } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import type { Response } from 'express';
import { sendFile } from '../files/send-file.js';
import { answered } from '../http/answered.js';
import { pageQuery, text } from '../http/page-query.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject, SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

@Controller('registries')
export class RegistriesController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @SignedIn()
  async list(@Me() me: Caller): Promise<Page<RegistryRow>> {
    return answered(await this.runtime.listRegistries(me));
  }

  @Get(':key') @OnObject('record.read')
  async view(@Me() me: Caller, @Param('key') key: string): Promise<RegistryRow> {
    return answered(await this.runtime.viewRegistry(me, key));
  }

  @Get(':key/figures') @OnObject('record.read')
  async figures(@Me() me: Caller, @Param('key') key: string, @Query() query: Record<string, unknown>): Promise<RegistryFigures> {
    return answered(await this.runtime.viewFigures(me, { registry: key, ...filterOf(query) }, pageQuery(query)));
  }

  @Get(':key/figures.csv') @OnObject('record.read')
  async saveFigures(@Me() me: Caller, @Param('key') key: string, @Query() query: Record<string, unknown>, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    return sendFile(response, answered(await this.runtime.exportFigures(me, { registry: key, ...filterOf(query) }, pageQuery(query))), false);
  }

  @Get(':key/records') @OnObject('record.read')
  async records(@Me() me: Caller, @Param('key') key: string, @Query() query: Record<string, unknown>): Promise<Page<RecordRow>> {
    return answered(await this.runtime.listRecords(me, { registry: key, ...filterOf(query) }, pageQuery(query)));
  }

  @Get(':key/records.csv') @OnObject('record.read')
  async save(@Me() me: Caller, @Param('key') key: string, @Query() query: Record<string, unknown>, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    return sendFile(response, answered(await this.runtime.exportRecords(me, { registry: key, ...filterOf(query) }, pageQuery(query))), false);
  }

  @Get(':key/records/:id') @OnObject('record.read')
  async record(@Me() me: Caller, @Param('key') key: string, @Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<RecordView> {
    const view = answered(await this.runtime.viewRecord(me, { registry: key, id }));
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}

const FIELD = 'field.';

/** `field.subject=physics` narrows by a column; which columns there are says the registry. */
function filterOf(query: Readonly<Record<string, unknown>>): RecordListFilter {
  const organisation = text(query, 'organisation', 40);
  const figure = text(query, 'figure', 100);
  const group = text(query, 'group');
  const fields = Object.keys(query).filter((name) => name.startsWith(FIELD)).flatMap((name) => {
    const value = text(query, name);
    return value === undefined ? [] : [[name.slice(FIELD.length), value] as const];
  });
  return { ...(organisation && { organisation }), ...(figure && { figure }), ...(group && { group }), fields: Object.fromEntries(fields) };
}
