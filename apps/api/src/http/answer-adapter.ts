import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';

const CACHED_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Express as Nest drives it, but for the JSON that answers a command. Express takes a hash of every body for an ETag, which only a reading
 * can use, and sends head and body apart; here they go out as one piece. What reads is left to Express: its ETag answers 304.
 */
export class AnswerAdapter extends ExpressAdapter {
  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (CACHED_METHODS.has(response.req.method) || !isData(body) || response.hasHeader('Content-Type')) return super.reply(response, body, statusCode);
    if (statusCode !== undefined) response.statusCode = statusCode;
    const text = JSON.stringify(body);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', Buffer.byteLength(text));
    return response.end(text);
  }
}

/** What JSON.stringify writes as it stands: neither bytes nor an error, whose members must not get out. */
function isData(body: unknown): body is object {
  return typeof body === 'object' && body !== null && !(body instanceof StreamableFile) && !(body instanceof Error) && !Buffer.isBuffer(body);
}
