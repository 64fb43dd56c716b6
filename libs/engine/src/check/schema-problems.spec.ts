import { processDefinitionSchema } from '@reglament/contracts';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { definitionOf, end, role, startTo, task } from '../spec-support/scene.js';
import { schemaFindings } from './schema-problems.js';

const ajv = new Ajv({ strict: false, ownProperties: true, validateFormats: false });

/** One definition that uses every part of the format, to be damaged in every place. */
const everything = definitionOf({
  begin: startTo('work', { performers: role('clerk'), form: 'order', variable: 'order' }),
  work: task('visas', {
    description: { ru: 'Работа', en: 'Work' }, due: { calendarDays: 3, shift: 'previous' }, remind: [{ before: { workingDays: 1 } }, { every: { duration: 'P1D' } }],
    escalate: [{ after: { workingDays: 1 }, to: [{ type: 'superior', role: 'head' }], addCandidates: true }], fourEyes: ['start'], calendar: 'case', priority: 3,
    prefill: { title: { feel: 'case.number' } }, output: { note: { variable: 'form.note' } }, forEach: { items: { value: [1, 2] }, as: 'item', mode: 'sequential', until: { feel: 'true' } },
    on: [{ type: 'timer', key: 'late', after: { date: { variable: 'order.due' } }, interrupting: false, to: 'done' }, { type: 'action', key: 'stop', title: 'Stop', interrupting: true, to: 'done' }],
  }),
  visas: { type: 'approvalTask', title: 'Visas', approvers: 'order.visas', order: 'parallel', quorum: { percent: 50 }, outcomes: { approved: { title: 'A', to: 'machine', tone: 'primary' } } },
  machine: { type: 'serviceTask', title: 'M', handler: 'post', retry: { attempts: 3, backoff: { type: 'fixed', seconds: 1 } }, next: 'way' },
  way: { type: 'exclusiveGateway', flows: [{ to: 'done', when: { any: [{ variable: 'order.sum', operator: 'in', value: [1] }, { not: { feel: 'true' } }] } }, { to: 'done', default: true }] },
  done: end('agreed', { state: 'filed' }),
}, { variables: { order: { type: 'object', title: 'Order' } }, states: { filed: { title: 'Filed', tone: 'success' } }, cancel: { performers: role('head') }, subject: { feel: 'order.title' } });

type Path = (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, Array.isArray(value) ? Number(key) : key])) : [];
  return [path, ...inner];
}

type Damage = { readonly kind: 'replace'; readonly value: unknown } | { readonly kind: 'remove' } | { readonly kind: 'add'; readonly key: string; readonly value: unknown };

function damaged(value: unknown, path: Path, damage: Damage): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (damage.kind === 'replace') return damage.value;
    return damage.kind === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, [damage.key]: damage.value } : value;
  }
  if (rest.length === 0 && damage.kind === 'remove') {
    return Array.isArray(value) ? value.filter((_, i) => i !== step) : Object.fromEntries(Object.entries(value as object).filter(([key]) => key !== step));
  }
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? damaged(item, rest, damage) : item as unknown));
  return { ...(value as object), [step]: damaged((value as { [key: string]: unknown })[step], rest, damage) };
}

const anyValue = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1001, '', 'a', 'Bad Key', 'good-key', 'x'.repeat(5000), [], {}, { feel: 'x' }, { variable: 'a.b' }, { value: null }, { feel: 'x', value: 1 }, { ru: 'Текст' }, { en: 'Text' }, ['a', 'a']),
  fc.jsonValue({ maxDepth: 2 }),
);
const damages = fc.oneof<fc.Arbitrary<Damage>[]>(
  anyValue.map((value) => ({ kind: 'replace', value })),
  fc.constant({ kind: 'remove' }),
  fc.record({ kind: fc.constant('add' as const), key: fc.constantFrom('type', 'next', 'to', 'extra', 'feel', 'value', 'toString', 'when', 'default'), value: anyValue }),
);

describe('the problems that the schema finds', () => {
  test('are found exactly where AJV finds the document invalid, whatever was damaged', () => {
    const valid = ajv.compile({ ...processDefinitionSchema, $id: undefined });
    expect(valid(everything)).toBe(true);
    fc.assert(fc.property(fc.constantFrom(...pathsIn(everything)), damages, (path, damage) => {
      const document = damaged(everything, path, damage);
      expect(schemaFindings(processDefinitionSchema, document).length === 0).toBe(valid(document));
    }), { numRuns: 3000 });
  });

  test('agree with AJV on conditions too', () => {
    const schema = { $ref: '#/definitions/condition', definitions: processDefinitionSchema.definitions };
    const valid = ajv.compile(schema);
    const condition = { all: [{ any: [{ variable: 'order.sum', operator: 'in', value: [1] }, { feel: 'true' }] }, { not: { variable: 'a', operator: 'isEmpty' } }] };
    fc.assert(fc.property(fc.constantFrom(...pathsIn(condition)), damages, (path, damage) => {
      const document = damaged(condition, path, damage);
      expect(schemaFindings(schema, document).length === 0).toBe(valid(document));
    }), { numRuns: 1000 });
  });
});
