import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemException } from './problem-exception.js';

/** `Idempotency-Key`: the same key with the same body gives the same answer and one effect. Null where the client sent none. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string | null => {
  const key = context.switchToHttp().getRequest<Request>().header('idempotency-key');
  if (key === undefined) return null;
  if (/^[\w.:-]{8,100}$/.test(key)) return key;
  throw new ProblemException(400, 'idempotencyKeyInvalid', { ru: 'Неверный ключ повтора', en: 'Invalid Idempotency-Key' }, { ru: 'Idempotency-Key: от 8 до 100 латинских букв, цифр и знаков . _ : -', en: 'Idempotency-Key: 8 to 100 letters, digits and . _ : -' });
});
