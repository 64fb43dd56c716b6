import type { Request } from 'express';
import { ProblemException } from '../http/problem-exception.js';

const tooLarge = (limit: number): ProblemException => new ProblemException(413, 'tooLarge', { ru: 'Слишком большой файл', en: 'The file is too large' }, { ru: `Можно до ${limit / 1024 / 1024} МБ.`, en: `Up to ${limit / 1024 / 1024} MB are allowed.` });

/** Reads the request to its end, or refuses as soon as the limit is passed. Only `application/octet-stream`: a form post from elsewhere cannot send it. */
export async function readRawBody(request: Request, limit: number): Promise<Buffer> {
  if (!request.is('application/octet-stream')) {
    throw new ProblemException(415, 'unsupportedType', { ru: 'Неверный тип содержимого', en: 'Unsupported content type' }, { ru: 'Файл передаётся как application/octet-stream.', en: 'A file is sent as application/octet-stream.' });
  }
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
