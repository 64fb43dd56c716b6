import 'reflect-metadata';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Get, HttpCode, Module, Post, Res, StreamableFile } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import { AnswerAdapter } from './answer-adapter.js';

const ANSWER = { title: 'Приказ № 4711', next: [{ id: 'a.1' }], none: null };

@Controller('things')
class ThingsController {
  @Get() read(): object { return ANSWER; }
  @Post() @HttpCode(200) write(): object { return ANSWER; }
  @Post('made') make(): object[] { return [ANSWER]; }
  @Post('tagged') tag(@Res({ passthrough: true }) response: Response): object {
    response.setHeader('ETag', '"7"');
    return ANSWER;
  }
  @Post('nothing') @HttpCode(204) nothing(): void { return undefined; }
  @Post('file') file(): StreamableFile { return new StreamableFile(Buffer.from('bytes')); }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

let app: NestExpressApplication;
let address: string;
beforeAll(async () => {
  app = await NestFactory.create<NestExpressApplication>(ThingsModule, new AnswerAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  address = `http://127.0.0.1:${((app.getHttpServer() as Server).address() as AddressInfo).port}/things`;
});
afterAll(() => app.close());

const post = (path: string): Promise<globalThis.Response> => fetch(`${address}${path}`, { method: 'POST' });

describe('what is answered', () => {
  it('to a command is JSON with its length in bytes, and no tag that nobody could use', async () => {
    const response = await post('');
    const text = await response.text();
    expect([response.status, text]).toEqual([200, JSON.stringify(ANSWER)]);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(response.headers.get('etag')).toBeNull();
  });

  it('keeps the status of the route, and the tag that it gives itself', async () => {
    expect((await post('/made')).status).toBe(201);
    expect((await post('/tagged')).headers.get('etag')).toBe('"7"');
    const nothing = await post('/nothing');
    expect([nothing.status, await nothing.text()]).toEqual([204, '']);
  });

  it('as bytes stays bytes', async () => {
    const file = await post('/file');
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['application/octet-stream', 'bytes']);
  });

  it('to who reads again what has not changed is 304', async () => {
    const tag = (await fetch(address)).headers.get('etag') ?? '';
    // Not by fetch, which forbids an answer out of a cache as soon as it is given a tag.
    const again = await new Promise((resolve) => { http.get(address, { headers: { 'if-none-match': tag } }, (response) => { response.resume(); resolve(response.statusCode); }); });
    expect([tag === '', again]).toEqual([false, 304]);
  });
});
