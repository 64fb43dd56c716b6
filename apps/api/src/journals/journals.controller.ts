import { Controller, Get, Param, Query } from '@nestjs/common';
import type { JournalEntryRow, JournalRow, Page } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { invalid, pageQuery, text } from '../http/page-query.js';
import { InjectRuntime } from '../runtime.token.js';
import { Permitted } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

@Controller('journals')
export class JournalsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @Permitted('seeJournals')
  async list(@Me() me: Caller): Promise<Page<JournalRow>> {
    return answered(await this.runtime.listJournals(me));
  }

  @Get(':key/entries') @Permitted('seeJournals')
  async entries(@Me() me: Caller, @Param('key') key: string, @Query() query: Record<string, unknown>): Promise<Page<JournalEntryRow>> {
    const year = text(query, 'year', 4);
    if (year !== undefined && !/^\d{4}$/.test(year)) throw invalid('year', '2026');
    const organisation = text(query, 'organisation', 40);
    return answered(await this.runtime.listJournalEntries(me, { journal: key, ...(organisation && { organisation }), ...(year && { year: Number(year) }) }, pageQuery(query)));
  }
}
