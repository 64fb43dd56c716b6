import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import type { DefinitionRow, DefinitionVersionRow, DiagramView, Page, ProcessDefinition } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { pageQuery } from '../http/page-query.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject, SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

/** Everyone sees what they may start; the whole list and its versions need the right to see definitions. */
@Controller('process-definitions')
export class DefinitionsController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @SignedIn()
  async list(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<DefinitionRow>> {
    return answered(await this.runtime.listDefinitions(me, pageQuery(query)));
  }

  @Get(':key/versions') @OnObject('definition.read')
  async versions(@Me() me: Caller, @Param('key') key: string): Promise<readonly DefinitionVersionRow[]> {
    return answered(await this.runtime.listDefinitionVersions(me, key));
  }

  @Get(':key/versions/:version') @OnObject('definition.read')
  async version(@Me() me: Caller, @Param('key') key: string, @Param('version', ParseIntPipe) version: number): Promise<{ row: DefinitionVersionRow; definition: ProcessDefinition; diagram: DiagramView }> {
    return answered(await this.runtime.viewDefinition(me, { key, version }));
  }
}
