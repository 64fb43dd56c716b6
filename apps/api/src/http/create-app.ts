import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Runtime } from '@reglament/runtime';
import helmet from 'helmet';
import { AppModule } from '../app.module.js';
import type { Config } from '../config/config.js';
import { servePanel } from '../static/panel.js';
import { AnswerAdapter } from './answer-adapter.js';
import { readJsonBodies } from './json-body.js';

/** API and panel on one port. The panel is left out where it has not been built (tests of the API). */
export async function createApp(runtime: Runtime, config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.over(runtime, config), new AnswerAdapter(), { bodyParser: false, logger: config.logLevel === 'silent' ? false : ['error', 'warn'] });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.secureCookie ? 1 : false);
  // The panel sets its own policy with a nonce; what the API sends is never a page.
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }, strictTransportSecurity: config.secureCookie }));
  const panel = `${config.root}/apps/admin/dist`;
  if (existsSync(`${panel}/index.html`)) servePanel(app, panel);
  readJsonBodies(app);
  app.setGlobalPrefix('api/v1', { exclude: ['api/health', 'api/openapi.json'] });
  const server = app.getHttpServer();
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  // Longer than a proxy or a client keeps a connection for its next request (as a rule a minute): otherwise some meet one that is just being closed.
  server.keepAliveTimeout = 75_000;
  return app;
}
