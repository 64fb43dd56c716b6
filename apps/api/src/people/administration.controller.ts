import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { BODIES, type AddOrganisation, type AddPerson, type BlockAccount, type GiveRole, type OpenAccount, type OrganisationChoices, type OrganisationRow, type PersonAccount, type PersonRow } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { valid } from '../http/validate-body.pipe.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

/** People, their roles and accounts, and the tree of organisations, as an administrator changes them. */
@Controller()
export class AdministrationController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get('organisations/:id/choices') @OnObject('person.manage')
  async choices(@Me() me: Caller, @Param('id') id: string): Promise<OrganisationChoices> {
    return answered(await this.runtime.organisationChoices(me, id));
  }

  @Post('organisations') @OnObject('person.manage')
  async addOrganisation(@Me() me: Caller, @Body(valid(BODIES.AddOrganisation)) body: AddOrganisation): Promise<OrganisationRow> {
    return answered(await this.runtime.addOrganisation(me, body));
  }

  @Post('people') @OnObject('person.manage')
  async addPerson(@Me() me: Caller, @Body(valid(BODIES.AddPerson)) body: AddPerson): Promise<PersonAccount> {
    return answered(await this.runtime.addPerson(me, body));
  }

  @Post('people/:id/account') @OnObject('person.manage')
  async openAccount(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.OpenAccount)) body: OpenAccount): Promise<PersonAccount> {
    return answered(await this.runtime.openAccount(me, { id, body }));
  }

  @Put('people/:id/account') @OnObject('person.manage')
  async block(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.BlockAccount)) body: BlockAccount): Promise<PersonAccount> {
    return answered(await this.runtime.blockAccount(me, { id, body }));
  }

  @Post('people/:id/account/password') @HttpCode(200) @OnObject('person.manage')
  async resetPassword(@Me() me: Caller, @Param('id') id: string): Promise<PersonAccount> {
    return answered(await this.runtime.resetPassword(me, id));
  }

  @Post('people/:id/roles') @OnObject('person.manage')
  async giveRole(@Me() me: Caller, @Param('id') id: string, @Body(valid(BODIES.GiveRole)) body: GiveRole): Promise<PersonRow> {
    return answered(await this.runtime.giveRole(me, { id, body }));
  }

  @Delete('people/:id/roles/:assignment') @OnObject('person.manage')
  async takeRole(@Me() me: Caller, @Param('id') id: string, @Param('assignment') assignment: string): Promise<PersonRow> {
    return answered(await this.runtime.takeRole(me, { id, assignment }));
  }
}
