import { readFileSync } from 'node:fs';
import { BODIES } from '@reglament/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CONTROLLERS } from '../controllers.js';
import { endpointsOf } from '../security/assert-policies.js';
import { describeSurface, operationKey } from './describe.js';
import { OPERATIONS } from './operations.js';

const answers = JSON.parse(readFileSync('apps/api/src/openapi/answers.json', 'utf8')) as Record<string, object>;

describe('the description of the surface', () => {
  it('has an entry for every endpoint, and none for what is not there', () => {
    expect(endpointsOf(CONTROLLERS).map(operationKey).sort()).toEqual(Object.keys(OPERATIONS).sort());
  });

  it('names only answers that the contracts have', () => {
    const named = Object.values(OPERATIONS).flatMap(({ answer = 'json' }) => answer.replace(/^Page<|>$|\[\]$/g, ''));
    expect(named.filter((name) => !['json', 'bytes', 'events'].includes(name) && !(name in answers))).toEqual([]);
  });

  it('gives every operation a policy, a session where it is not public, and problem+json', () => {
    const { paths } = describeSurface(CONTROLLERS, answers) as { paths: Record<string, Record<string, Record<string, unknown>>> };
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBe(endpointsOf(CONTROLLERS).length);
    for (const operation of operations) {
      expect(operation['x-policy']).toBeTruthy();
      expect(operation['responses']).toHaveProperty('default');
      expect((operation['security'] as unknown[]).length === 0).toBe((operation['x-policy'] as { kind: string }).kind === 'public');
    }
  });

  it('bounds every body: unknown fields are refused and every text has a length', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const [name, schema] of Object.entries(BODIES)) {
      expect([name, ajv.compile(schema)({ unknownField: 1 })]).toEqual([name, false]);
      expect([name, unboundedTexts(schema)]).toEqual([name, []]);
    }
  });
});

function unboundedTexts(schema: unknown, at = ''): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const node = schema as Record<string, unknown>;
  const own = node['type'] === 'string' && !('maxLength' in node) && !/\$$/.test(String(node['pattern'] ?? '')) ? [at] : [];
  return [...own, ...Object.entries(node).flatMap(([key, value]) => unboundedTexts(value, `${at}/${key}`))];
}
