import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { textIn, type Locale, type LocalizedText, type Problem } from '@reglament/contracts';
import type { Runtime } from '@reglament/runtime';
import { appendAudit, StoreError } from '@reglament/store';
import type { Request, Response } from 'express';
import { InjectRuntime } from '../runtime.token.js';
import { sessionIn } from '../security/request-session.js';
import { localeOf } from './locale.js';
import { ProblemException } from './problem-exception.js';

/** The one place where a failure becomes an answer. Faults are logged with an id that the answer names; their text never leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  constructor(@InjectRuntime() private readonly runtime: Runtime) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const locale = localeOf(request.headers['accept-language']);
    const refusal = asProblemException(exception) ?? this.fault(exception, request);
    if (refusal.denied) this.audit(refusal.denied, request);
    const problem = toProblem(refusal, locale);
    if (problem.status === 503) response.setHeader('Retry-After', '2');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  /** Who was refused what (decision 20): ids and the route's pattern, not the address that was typed. */
  private audit(reason: 'notVisible' | 'forbidden', request: Request): void {
    const session = sessionIn(request);
    if (!session) return;
    const id = request.params['id'];
    appendAudit(this.runtime.shell.store, [{
      actor: session.person, action: 'access.denied', objectType: String(request.route?.path ?? ''), objectId: typeof id === 'string' ? id.slice(0, 100) : null,
      organisation: session.organisation, path: session.path, data: { reason, method: request.method },
    }]).catch((error: unknown) => { this.log.error(`audit ${String(error)}`); });
  }

  private fault(exception: unknown, request: Request): ProblemException {
    const id = crypto.randomUUID().slice(0, 8);
    const text = exception instanceof Error ? (exception.stack ?? exception.message) : String(exception);
    this.log.error(`${id} ${request.method} ${request.route?.path ?? ''} ${text}`);
    return new ProblemException(500, 'fault', { ru: 'Ошибка сервера', en: 'Server fault' }, {
      ru: `Действие не выполнено, введённое сохранено. Сообщите администратору код ${id}.`, en: `The action was not carried out, what was typed is kept. Tell the administrator the code ${id}.`,
    });
  }
}

function asProblemException(exception: unknown): ProblemException | null {
  if (exception instanceof ProblemException) return exception;
  if (exception instanceof StoreError) return ofStore(exception);
  // A body parser's error is wrapped on its way: what refused the body stands behind it.
  if (exception instanceof HttpException) return exception.cause instanceof ProblemException ? exception.cause : ofHttp(exception.getStatus());
  const status = statusOfParser(exception);
  return status ? ofHttp(status) : null;
}

function ofStore(error: StoreError): ProblemException | null {
  if (error.code === 'unavailable') return new ProblemException(503, 'databaseUnavailable', { ru: 'База данных недоступна', en: 'The database is unavailable' }, { ru: 'Повторите через несколько секунд: введённое сохранено.', en: 'Try again in a few seconds: what was typed is kept.' });
  if (error.code === 'diskFull') return new ProblemException(507, 'diskFull', { ru: 'Кончилось место на диске', en: 'The disk is full' }, { ru: 'Запись невозможна, пока администратор не освободит место. Читать можно.', en: 'Nothing can be written until the administrator frees space. Reading works.' });
  return null;
}

const HTTP_TEXTS: Readonly<Record<number, { code: string; title: LocalizedText; detail: LocalizedText }>> = {
  400: { code: 'malformed', title: { ru: 'Запрос составлен неверно', en: 'Malformed request' }, detail: { ru: 'Сервер не смог прочитать запрос: ожидается JSON.', en: 'The server could not read the request: JSON is expected.' } },
  404: { code: 'notFound', title: { ru: 'Не найдено', en: 'Not found' }, detail: { ru: 'Такого адреса нет.', en: 'There is no such address.' } },
  413: { code: 'tooLarge', title: { ru: 'Слишком большой запрос', en: 'Request too large' }, detail: { ru: 'Данные формы — до 1 МБ, файл — до 20 МБ.', en: 'Form data up to 1 MB, a file up to 20 MB.' } },
  415: { code: 'unsupportedType', title: { ru: 'Неверный тип содержимого', en: 'Unsupported content type' }, detail: { ru: 'Ожидается application/json.', en: 'application/json is expected.' } },
  429: { code: 'tooManyRequests', title: { ru: 'Слишком часто', en: 'Too many requests' }, detail: { ru: 'Подождите немного и повторите.', en: 'Wait a little and try again.' } },
};

function ofHttp(status: number): ProblemException {
  const known = HTTP_TEXTS[status] ?? HTTP_TEXTS[400];
  if (!known) throw new Error('the texts lack 400');
  return new ProblemException(status, known.code, known.title, known.detail);
}

/** express' body parsers throw plain errors that carry a status. */
function statusOfParser(exception: unknown): number | null {
  if (typeof exception !== 'object' || exception === null || !('status' in exception)) return null;
  const status = exception.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

function toProblem(exception: ProblemException, locale: Locale): Problem {
  return {
    type: `https://reglament.local/problems/${exception.code}`, title: textIn(exception.title, locale), status: exception.status, code: exception.code,
    detail: textIn(exception.detail, locale), ...exception.extra,
  };
}
