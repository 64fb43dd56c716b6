import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';

export interface FileBytes { readonly bytes: Buffer; readonly name: string; readonly type: string }

/** Never executes in our origin: sandboxed, not sniffed; shown in place only where the caller asked and the type is safe. */
export function sendFile(response: Response, file: FileBytes, inline: boolean): StreamableFile {
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', inline ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'" : "default-src 'none'; sandbox");
  response.setHeader('Cache-Control', 'private, no-cache');
  return new StreamableFile(file.bytes);
}
