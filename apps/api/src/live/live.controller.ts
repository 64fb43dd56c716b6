import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Caller, Runtime } from '@reglament/runtime';
import type { Request, Response } from 'express';
import { InjectRuntime } from '../runtime.token.js';
import { SignedIn } from '../security/policy.decorator.js';
import { Me } from '../security/request-session.js';

const KEEP_ALIVE_MS = 25_000;

/** Server-sent events that say what to read again, never the thing itself: every reading goes through its own policy. */
@Controller('events')
export class LiveController {
  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  @Get() @SignedIn()
  listen(@Me() me: Caller, @Req() request: Request, @Res() response: Response): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache, no-transform', Connection: 'keep-alive', 'X-Accel-Buffering': 'no' });
    response.write('retry: 3000\n\n');
    const stop = this.runtime.subscribe(me, (change) => response.write(`data: ${JSON.stringify(change)}\n\n`));
    const keepAlive = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
    request.on('close', () => {
      clearInterval(keepAlive);
      stop();
    });
  }
}
