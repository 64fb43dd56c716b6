import { Controller, Get, Param } from '@nestjs/common';
import { documentKindSchema, documentModelSchema, formDefinitionSchema, journalSchema, packageManifestSchema, processDefinitionSchema, registryDefinitionSchema } from '@reglament/contracts';
import { notFound } from '../http/problem-exception.js';
import { Public } from '../security/policy.decorator.js';

const FORMATS: ReadonlyMap<string, object> = new Map<string, object>([
  ['process-definition', processDefinitionSchema], ['form-definition', formDefinitionSchema], ['document-kind', documentKindSchema],
  ['document-model', documentModelSchema], ['journal', journalSchema], ['package-manifest', packageManifestSchema], ['registry-definition', registryDefinitionSchema],
]);

/** The formats, so that an editor checks a file while it is written: set it as `$schema`. */
@Controller('schemas')
export class SchemasController {
  @Get(':name') @Public()
  schema(@Param('name') name: string): object {
    const schema = FORMATS.get(name);
    if (!schema) throw notFound();
    return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema };
  }
}
