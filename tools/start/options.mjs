import { parseArgs } from 'node:util';
import { Refusal } from '../lib/refusal.mjs';

const defaultPort = 3000;

/**
 * @param {string[]} args after `npm start --`
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ empty: boolean, port: number }}
 */
export function readOptions(args, env) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: { empty: { type: 'boolean', default: false }, port: { type: 'string' } } }));
  } catch (error) {
    throw new Refusal(`Не понимаю параметры (npm start -- [--empty] [--port N]): ${error.message}.`, 'Usage: npm start -- [--empty] [--port N].');
  }
  const text = values.port ?? env.REGLAMENT_PORT ?? String(defaultPort);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Refusal(`Порт — число от 1 до 65535, а не «${text}».`, `A port is a number from 1 to 65535, not "${text}".`);
  }
  return { empty: values.empty, port };
}
