import { createRequire } from 'node:module';
import { join } from 'node:path';
import { documentKindSchema, documentModelSchema, journalSchema, layoutProfileSchema, lintFindingSchema } from '@reglament/contracts';
import { orderKind } from '../fixtures/order-kind.js';
import { orderModel } from '../fixtures/order-model.js';
import { layoutProfiles } from '../layout/layout-profiles.js';
import { lintDocument } from '../lint/lint-document.js';

type Validate = ((data: unknown) => boolean) & { errors?: { instancePath: string; keyword: string }[] | null };
const { Ajv2020 } = createRequire(join(process.cwd(), 'libs/forms/package.json'))('ajv/dist/2020.js') as { Ajv2020: new (options: object) => { compile(schema: object): Validate } };
const validator = (schema: object) => new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

describe('the formats of documents', () => {
  const model = validator(documentModelSchema);

  it('take a whole order, its kind, the layouts and the findings', () => {
    expect(model(orderModel) || model.errors).toBe(true);
    const kind = validator(documentKindSchema);
    expect(kind(orderKind) || kind.errors).toBe(true);
    const profile = validator(layoutProfileSchema);
    expect(layoutProfiles.map((one) => profile(one))).toEqual(layoutProfiles.map(() => true));
    const finding = validator(lintFindingSchema);
    const findings = lintDocument({ ...orderModel, clauses: [], signatures: [] }, orderKind, { today: '2026-06-25' });
    expect(findings.length > 0 && findings.every((one) => finding(one))).toBe(true);
    expect(validator(journalSchema)({ format: 1, key: 'journal-of-orders', title: 'Приказы', mask: '{seq}{suffix}', reset: { type: 'yearly', month: 9, day: 1 } })).toBe(true);
  });

  it.each<[string, (copy: typeof orderModel) => unknown]>([
    ['an unknown member deep in the tree', (m) => Object.assign(m.clauses[2]!.clauses![0]!, { surprise: 1 })],
    ['a clause without text', (m) => { delete (m.clauses[2]!.clauses![0]! as { text?: string }).text; }],
    ['a date that is none', (m) => { m.registration!.date = '25.06.2026'; }],
    ['an executor that is no party', (m) => { m.clauses[3]!.executor = 'Ветлугина'; }],
    ['an unknown kind of stamp', (m) => { m.requisites.stamps = [{ type: 'sealed' } as never]; }],
  ])('refuse %s', (_name, change) => {
    const copy = structuredClone(orderModel);
    change(copy);
    expect(model(copy)).toBe(false);
  });
});
