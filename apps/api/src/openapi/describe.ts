import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { BODIES } from '@reglament/contracts';
import { endpointsOf, type Endpoint } from '../security/assert-policies.js';
import { OPERATIONS, type Operation } from './operations.js';

interface ControllerClass { readonly name: string; readonly prototype: object }
type Json = Readonly<Record<string, unknown>>;

const PROBLEM = { description: 'problem+json', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

/**
 * OpenAPI 3.1 of the surface: routes and policies from the controllers, bodies and answers from `@reglament/contracts`.
 * @param answers JSON Schemas of the answers, made from the contracts' interfaces by `tools/openapi/generate.mjs`.
 */
export function describeSurface(controllers: readonly ControllerClass[], answers: Json): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const controller of controllers) for (const endpoint of endpointsOf([controller])) {
    const { path, method } = routeOf(controller, endpoint);
    (paths[path] ??= {})[method] = operationOf(controller, endpoint, path, method);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Регламент / Reglament', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: answers,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'reglament_session' }, link: { type: 'apiKey', in: 'cookie', name: 'reglament_respond' }, csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' } },
    },
  };
}

export function operationKey({ controller, method }: Pick<Endpoint, 'controller' | 'method'>): string {
  return `${controller.replace(/Controller$/, '')}.${method}`;
}

function routeOf(controller: ControllerClass, { method }: Endpoint): { readonly path: string; readonly method: string } {
  const handler = Object.getOwnPropertyDescriptor(controller.prototype, method)?.value as object;
  const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
  const own = Reflect.getMetadata(PATH_METADATA, handler) as string;
  const parts = [base, own].flatMap((part) => part.split('/')).filter(Boolean).map((part) => (part.startsWith(':') ? `{${part.slice(1)}}` : part));
  // A path that begins with `api` is its own; the others stand under the version (see `createApp`).
  const prefix = parts[0] === 'api' ? '' : '/api/v1';
  return { path: `${prefix}/${parts.join('/')}`, method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod].toLowerCase() };
}

function operationOf(controller: ControllerClass, endpoint: Endpoint, path: string, method: string): Json {
  const operation = OPERATIONS[operationKey(endpoint)];
  if (!operation) throw new Error(`${operationKey(endpoint)} is not described in openapi/operations.ts`);
  const open = endpoint.policy?.kind === 'public';
  const handler = Object.getOwnPropertyDescriptor(controller.prototype, endpoint.method)?.value as object;
  const status = (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? (method === 'post' ? 201 : 200);
  return {
    operationId: operationKey(endpoint), summary: operation.summary, tags: [endpoint.controller.replace(/Controller$/, '')],
    ...(open ? { security: [] } : endpoint.policy?.kind === 'link' ? { security: [method === 'get' ? { link: [] } : { link: [], csrf: [] }] } : { security: [method === 'get' ? { session: [] } : { session: [], csrf: [] }] }),
    'x-policy': endpoint.policy,
    parameters: parametersOf(operation, path, method),
    ...(operation.body && { requestBody: { required: true, content: { 'application/json': { schema: BODIES[operation.body] } } } }),
    responses: { [status]: answerOf(operation), default: PROBLEM },
  };
}

function parametersOf({ query = [] }: Operation, path: string, method: string): readonly Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const inQuery = query.map((name) => ({ name, in: 'query', schema: { type: 'string', maxLength: 300 } }));
  const keyed = method === 'post' ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', pattern: '^[\\w.:-]{8,100}$' } }] : [];
  return [...inPath, ...inQuery, ...keyed];
}

function answerOf({ answer }: Operation): Json {
  if (answer === undefined) return { description: 'done' };
  if (answer === 'bytes') return { description: 'bytes', content: { 'application/octet-stream': {} } };
  if (answer === 'events') return { description: 'events', content: { 'text/event-stream': {} } };
  return { description: 'ok', content: { 'application/json': { schema: schemaOf(answer) } } };
}

function schemaOf(answer: string): Json {
  if (answer === 'json') return {};
  if (answer.endsWith('[]')) return { type: 'array', items: schemaOf(answer.slice(0, -2)) };
  const paged = /^Page<(\w+)>$/.exec(answer)?.[1];
  if (!paged) return { $ref: `#/components/schemas/${answer}` };
  return {
    type: 'object', required: ['items', 'pageInfo', 'total', 'totalCapped'],
    properties: {
      items: { type: 'array', items: schemaOf(paged) },
      pageInfo: { type: 'object', required: ['endCursor', 'hasNextPage'], properties: { endCursor: { type: ['string', 'null'] }, hasNextPage: { type: 'boolean' } } },
      total: { type: 'integer', maximum: 1000 }, totalCapped: { type: 'boolean' },
    },
  };
}
