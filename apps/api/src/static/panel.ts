import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon',
  '.woff2': 'font/woff2', '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.txt': 'text/plain; charset=utf-8',
};
const ENCODINGS = [['br', '.br'], ['gzip', '.gz']] as const;

/**
 * Serves the built panel from our own origin: hashed assets for ever and precompressed, `index.html` never cached and with a fresh nonce
 * in place of `__CSP_NONCE__`, so that styles need no `unsafe-inline`. Every address that is not a file is the panel's own route.
 */
export function servePanel(app: NestExpressApplication, folder: string): void {
  app.use((request: Request, response: Response, next: NextFunction) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || request.path.startsWith('/api/')) return next();
    const file = path.join(folder, path.normalize(decodePath(request.path)));
    if (file.startsWith(folder + path.sep) && !file.endsWith('.html') && existsSync(file) && statSync(file).isFile()) return sendAsset(request, response, file);
    // An id of a task holds a dot: only what looks like a file of the panel's own is missing, everything else is an address of the panel.
    if (request.path.startsWith('/assets/') || path.extname(request.path) in TYPES) return next();
    return sendIndex(response, path.join(folder, 'index.html'));
  });
}

function sendAsset(request: Request, response: Response, file: string): void {
  response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  for (const [encoding, ending] of ENCODINGS) {
    if (!request.acceptsEncodings(encoding) || !existsSync(file + ending)) continue;
    response.setHeader('Content-Encoding', encoding);
    response.sendFile(file + ending, { cacheControl: false, dotfiles: 'allow' });
    return;
  }
  response.sendFile(file, { cacheControl: false, dotfiles: 'allow' });
}

function sendIndex(response: Response, index: string): void {
  const nonce = randomBytes(18).toString('base64');
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce));
  response.setHeader('Cache-Control', 'no-cache');
  response.type('html').send(readFileSync(index, 'utf8').replaceAll('__CSP_NONCE__', nonce));
}

/** No `unsafe-*` anywhere; `blob:` for a preview of a document made in the browser. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "frame-src 'self' blob:",
    "worker-src 'self' blob:", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'self'",
  ].join('; ');
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '/';
  }
}
