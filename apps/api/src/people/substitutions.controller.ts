import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { BODIES, type Page, type SaveSubstitution, type SubstitutionRow } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { pageQuery } from '../http/page-query.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject, SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

@Controller('substitutions')
export class SubstitutionsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @SignedIn()
  async list(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<SubstitutionRow>> {
    return answered(await this.runtime.listSubstitutions(me, pageQuery(query)));
  }

  @Post() @OnObject('substitution.manage')
  async add(@Me() me: Caller, @Body(valid(BODIES.SaveSubstitution)) body: SaveSubstitution): Promise<SubstitutionRow> {
    return answered(await this.runtime.addSubstitution(me, body));
  }

  @Put(':id') @OnObject('substitution.manage')
  async change(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.SaveSubstitution)) body: SaveSubstitution): Promise<SubstitutionRow> {
    return answered(await this.runtime.changeSubstitution(me, { id, body }));
  }

  @Delete(':id') @HttpCode(204) @OnObject('substitution.manage')
  async cancel(@Me() me: Caller, @Param('id') id: string): Promise<void> {
    answered(await this.runtime.cancelSubstitution(me, id));
  }
}
