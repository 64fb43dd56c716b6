import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { BODIES, type DocumentDiffView, type DocumentRow, type DocumentView, type Page, type ParseClauses, type ParsedClauses } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import type { Response } from 'express';
import { answered } from '../http/answered.js';
import { invalid, oneOf, pageQuery, text } from '../http/page-query.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject, SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';
import { sendFile } from '../files/send-file.js';

@Controller('documents')
export class DocumentsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @SignedIn()
  async list(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<DocumentRow>> {
    const year = text(query, 'year', 4);
    const parts = { kind: text(query, 'kind', 80), state: text(query, 'state', 64), journal: text(query, 'journal', 80), organisation: text(query, 'organisation', 40) };
    const filter = { ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)), ...(year && { year: Number(year) }) };
    return answered(await this.runtime.listDocuments(me, filter, pageQuery(query)));
  }

  @Post('parse-clauses') @HttpCode(200) @SignedIn()
  async parse(@Me() me: Caller, @Body(valid(BODIES.ParseClauses)) body: ParseClauses): Promise<ParsedClauses> {
    return answered(await this.runtime.parseClauses(me, body));
  }

  @Get(':id') @OnObject('document.read')
  async view(@Me() me: Caller, @Param('id') id: string): Promise<DocumentView> {
    return answered(await this.runtime.viewDocument(me, id));
  }

  @Get(':id/diff') @OnObject('document.read')
  async diff(@Me() me: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>): Promise<DocumentDiffView> {
    return answered(await this.runtime.diffDocument(me, { document: id, from: version(query, 'from'), to: version(query, 'to') }));
  }

  @Get(':id/files/:format') @OnObject('document.read')
  async file(@Me() me: Caller, @Param('id') id: string, @Param('format') format: string, @Query() query: Record<string, unknown>, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    if (format !== 'docx' && format !== 'pdf') throw invalid('format', 'docx | pdf');
    const inline = oneOf(query, 'disposition', ['inline', 'attachment']) === 'inline';
    return sendFile(response, answered(await this.runtime.readDocumentFile(me, { document: id, format })), inline && format === 'pdf');
  }
}

function version(query: Record<string, unknown>, name: string): number {
  const value = text(query, name, 6);
  if (value && /^[1-9]\d*$/.test(value)) return Number(value);
  throw invalid(name, '1, 2, 3 …');
}
