import { HandlerError, type HandlerPorts, type HandlerRegistry, type HandlerResult, type JsonObject, type ObjectSchema, type ServiceCall } from '@reglament/handlers';
import { compileObjectCheck, type ObjectCheck } from './object-check.js';

const checks = new WeakMap<ObjectSchema, ObjectCheck>();

/** Runs one handler with both sides checked against its own schemas: a definition that gives nonsense is told so by the input, not by a crash. */
export async function runHandler(handlers: HandlerRegistry, type: string, input: JsonObject, call: ServiceCall, ports: HandlerPorts): Promise<HandlerResult> {
  const handler = handlers.get(type);
  if (!handler) throw new HandlerError('service.unknownHandler', { handler: type });
  check(handler.input, input, 'service.inputInvalid', type);
  const result = await handler.run(input, call, ports);
  if (result.error === undefined) check(handler.output, result.output, 'service.outputInvalid', type);
  return result;
}

function check(schema: ObjectSchema, value: JsonObject, code: string, handler: string): void {
  let compiled = checks.get(schema);
  if (!compiled) checks.set(schema, (compiled = compileObjectCheck(schema)));
  const problems = compiled(value);
  if (problems.length > 0) throw new HandlerError(code, { handler, problems: problems.map(({ pointer, expected }) => `${pointer || '/'}: ${expected}`) });
}
