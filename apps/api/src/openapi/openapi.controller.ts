import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../security/policy.decorator.js';
import { SURFACE } from './surface-description.js';

@Controller('api/openapi.json')
export class OpenApiController {
  @Get() @Public() @Header('Content-Type', 'application/json; charset=utf-8') @Header('Cache-Control', 'no-cache')
  description(): string {
    return SURFACE.text();
  }
}
