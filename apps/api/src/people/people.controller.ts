import { Controller, Get, Param, Query } from '@nestjs/common';
import type { OrganisationRow, Page, PartyView, PersonRow } from '@reglament/contracts';
import type { Caller, Runtime } from '@reglament/runtime';
import { answered } from '../http/answered.js';
import { invalid, pageQuery, text } from '../http/page-query.js';
import { InjectRuntime } from '../runtime.token.js';
import { OnObject, Permitted, SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

const MAX_REFERENCES = 200;

@Controller()
export class PeopleController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get('organisations') @Permitted('seePeople')
  async organisations(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<OrganisationRow>> {
    return answered(await this.runtime.listOrganisations(me, pageQuery(query)));
  }

  @Get('people') @Permitted('seePeople')
  async people(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<Page<PersonRow>> {
    const organisation = text(query, 'organisation', 40);
    const role = text(query, 'role', 64);
    return answered(await this.runtime.listPeople(me, { ...(organisation && { organisation }), ...(role && { role }) }, pageQuery(query)));
  }

  @Get('people/:id') @OnObject('person.read')
  async person(@Me() me: Caller, @Param('id') id: string): Promise<PersonRow> {
    return answered(await this.runtime.viewPerson(me, id));
  }

  /** For lookup fields: search by text, or the titles of given references. */
  @Get('parties') @SignedIn()
  async parties(@Me() me: Caller, @Query() query: Record<string, unknown>): Promise<readonly PartyView[]> {
    const references = text(query, 'references', 40_000)?.split(',');
    if (references && references.length > MAX_REFERENCES) throw invalid('references', `≤ ${MAX_REFERENCES}`);
    if (references) return answered(await this.runtime.resolveParties(me, references));
    const kinds = (text(query, 'kinds') ?? 'person').split(',');
    const role = text(query, 'role', 64);
    return answered(await this.runtime.searchParties(me, { text: text(query, 'q') ?? '', kinds, ...(role && { role }) }));
  }
}
