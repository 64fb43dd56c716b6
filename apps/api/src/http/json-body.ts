import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { jsonShapeFault } from './json-shape.js';
import { ProblemException } from './problem-exception.js';

const JSON_LIMIT = '1mb';

/** One content type per route: JSON everywhere, raw bytes for uploads. Depth and doubled names are refused before parsing. */
export function readJsonBodies(app: NestExpressApplication): void {
  app.use(express.json({
    limit: JSON_LIMIT, strict: true, type: 'application/json',
    verify: (_request: IncomingMessage, _response: ServerResponse, bytes: Buffer) => {
      const fault = jsonShapeFault(bytes.toString('utf8'));
      if (fault === 'tooDeep') throw new ProblemException(400, 'jsonTooDeep', { ru: 'Слишком глубокая вложенность', en: 'Nested too deeply' }, { ru: 'JSON вложен глубже 64 уровней.', en: 'The JSON is nested deeper than 64 levels.' });
      if (fault === 'duplicateName') throw new ProblemException(400, 'jsonDuplicateName', { ru: 'Имя дано дважды', en: 'A name is given twice' }, { ru: 'В одном объекте JSON имя встречается дважды.', en: 'A name occurs twice in one JSON object.' });
    },
  }));
}
