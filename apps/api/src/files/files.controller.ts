import { Controller, Get, Headers, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import type { Caller, Runtime } from '@reglament/runtime';
import type { Request, Response } from 'express';
import { answered } from '../http/answered.js';
import { InjectRuntime } from '../runtime.token.js';
import { SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';
import { readRawBody } from './read-raw-body.js';
import { sendFile } from './send-file.js';

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Content-addressed: an upload gives an id, and nothing but such an id is ever taken for a file. */
@Controller('files')
export class FilesController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Post() @SignedIn()
  async upload(@Me() me: Caller, @Headers('x-file-name') name: string | undefined, @Req() request: Request): Promise<{ id: string; name: string; size: number; type: string }> {
    const bytes = await readRawBody(request, MAX_FILE_BYTES);
    return answered(await this.runtime.uploadFile(me, { name: decodeName(name), bytes }));
  }

  @Get(':id') @SignedIn()
  async download(@Me() me: Caller, @Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    return sendFile(response, answered(await this.runtime.readFile(me, id)), false);
  }
}

export function decodeName(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? '').slice(0, 255);
  } catch {
    return '';
  }
}
