import { FORM_WIDGETS } from '../form/field-widgets.js';

/**
 * Request bodies. Every field has a bound; unknown fields are refused by the API. Form data are an open record here: their own form judges
 * them. The interfaces beside (`tasks.ts`, `session.ts` …) say the same to the compiler; `bodies.spec.ts` keeps the two together.
 */
const object = <P extends Record<string, object>, const R extends readonly (keyof P & string)[]>(properties: P, required: R) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;

const text = (maxLength: number, minLength = 1) => ({ type: 'string', minLength, maxLength }) as const;
const key = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 64 } as const;
const id = { type: 'string', pattern: '^[0-9a-f-]{36}$' } as const;
const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const party = { type: 'string', maxLength: 160 } as const;
const formData = { type: 'object', maxProperties: 2000 } as const;
const password = { type: 'string', minLength: 1, maxLength: 256 } as const;
/** ASVS 6.2.1: eight at least; no composition rules; not truncated. */
const newPassword = { type: 'string', minLength: 8, maxLength: 256 } as const;
const login = { type: 'string', pattern: '^[a-z][a-z0-9._-]{1,60}$' } as const;
const remark = { type: 'string', maxLength: 5000 } as const;

/** Enough of a form's shape to be kept and shown again; what is still wrong with it is told when it is published. */
/** What is wrong inside, the check of definitions tells. */
const processContent = { type: 'object', required: ['format', 'key', 'title', 'nodes'], properties: { format: { const: 1 }, key, nodes: { type: 'object', maxProperties: 2000 } } } as const;
const formContent = {
  type: 'object', required: ['format', 'key', 'title', 'schema', 'ui'],
  properties: {
    format: { const: 1 }, key, title: { type: ['string', 'object'], maxLength: 4000 },
    schema: { type: 'object', required: ['properties'], properties: { properties: { type: 'object', maxProperties: 2000, additionalProperties: { type: 'object' } } } },
    ui: {
      type: 'object', required: ['sections'],
      properties: {
        sections: {
          type: 'array', minItems: 1, maxItems: 60,
          items: {
            type: 'object', required: ['key', 'title', 'fields'],
            properties: {
              key, title: { type: ['string', 'object'], maxLength: 4000 },
              fields: { type: 'array', maxItems: 1000, items: { type: 'object', required: ['path', 'widget'], properties: { path: text(200), widget: { enum: FORM_WIDGETS } } } },
            },
          },
        },
      },
    },
    rules: { type: 'array', maxItems: 1000, items: { type: 'object', required: ['type'] } },
  },
} as const;

const ordinal = { type: 'integer', minimum: 0, maximum: 2_000_000_000 } as const;
const changes = {
  type: 'array', minItems: 1, maxItems: 50,
  items: object({ kind: { enum: ['cancelActivity', 'cancelToken', 'startBefore', 'setVariables'] }, activity: ordinal, token: ordinal, node: key, scope: { anyOf: [ordinal, { type: 'null' }] }, values: formData }, ['kind']),
} as const;
const batchKind = { enum: ['suspend', 'resume', 'cancel', 'retry', 'setVariables'] } as const;
const batchFilter = object({
  status: { enum: ['active', 'suspended', 'completed', 'cancelled'] }, definition: key, version: { type: 'integer', minimum: 1, maximum: 100_000 }, state: key, organisation: id, overdue: { type: 'boolean' }, from: date, to: date, q: text(300),
}, []);

const version = { type: 'integer', minimum: 1, maximum: 1_000_000 } as const;
const migration = {
  from: version, to: version,
  nodes: { type: 'object', maxProperties: 500, propertyNames: key, additionalProperties: key },
  terms: { type: 'object', maxProperties: 500, propertyNames: key, additionalProperties: { enum: ['keep', 'recompute'] } },
  variables: { type: 'object', maxProperties: 200, propertyNames: { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9]*$', maxLength: 64 } },
} as const;

export const BODIES = {
  SignIn: object({ login: text(80), password }, ['login', 'password']),
  ChangePassword: object({ current: password, next: newPassword }, ['current', 'next']),
  SetLocale: object({ locale: { enum: ['ru', 'en'] } }, ['locale']),
  Setup: object({ organisation: text(300, 3), fullName: text(200, 3), login, password: newPassword }, ['organisation', 'fullName', 'login', 'password']),
  SaveDraft: object({ data: formData, base: formData }, ['data']),
  CheckTask: object({ data: formData }, ['data']),
  CompleteTask: object({
    outcome: key, returnTo: key, data: formData, remark, password,
    warningReasons: { type: 'object', maxProperties: 200, additionalProperties: { type: 'string', maxLength: 1000 } },
  }, ['outcome']),
  ToParty: object({ to: party }, ['to']),
  StartInstance: object({ definition: key, startEvent: key, organisation: id, data: formData }, ['definition']),
  TriggerAction: object({ data: formData, remark }, []),
  CancelInstance: object({ remark: text(5000) }, ['remark']),
  OperateOnCase: object({ remark: text(5000) }, ['remark']),
  PreviewChanges: object({ changes }, ['changes']),
  ModifyCase: object({ changes, remark: text(5000) }, ['changes', 'remark']),
  RetryIncident: object({ values: formData }, ['values']),
  CountBatch: object({ kind: batchKind, filter: batchFilter }, ['kind', 'filter']),
  StartBatch: object({ kind: batchKind, filter: batchFilter, remark: text(5000), expected: { type: 'integer', minimum: 1, maximum: 5000 }, values: formData }, ['kind', 'filter', 'remark', 'expected']),
  AddComment: object({ text: text(5000), task: text(100) }, ['text']),
  AttachFile: object({ file: text(80), name: text(255) }, ['file', 'name']),
  ParseClauses: object({ text: { type: 'string', maxLength: 500_000 }, kind: key }, ['text', 'kind']),
  ReadNotifications: object({ ids: { type: 'array', maxItems: 500, items: text(80) }, all: { const: true } }, []),
  SaveSubstitution: object({ absent: party, substitute: party, from: date, to: date, basis: text(500, 3) }, ['absent', 'substitute', 'from', 'to', 'basis']),
  AddPerson: object({ organisation: id, fullName: text(200, 3), position: key, login }, ['organisation', 'fullName']),
  OpenAccount: object({ login }, ['login']),
  BlockAccount: object({ blocked: { type: 'boolean' } }, ['blocked']),
  GiveRole: object({ organisation: id, role: key, from: date, to: date }, ['organisation', 'role']),
  AddOrganisation: object({ parent: id, shortName: text(120, 2), fullName: text(300, 3), timeZone: { type: 'string', pattern: '^[A-Za-z]+(/[A-Za-z0-9_+-]+){0,2}$', maxLength: 60 } }, ['parent', 'shortName', 'fullName']),
  OpenLink: object({ token: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,100}$' } }, ['token']),
  SetEmail: object({ email: { anyOf: [{ type: 'string', pattern: '^[^\\s<>@",;]{1,64}@[^\\s<>@",;]{1,180}\\.[^\\s<>@",;.]{2,63}$', maxLength: 254 }, { type: 'null' }] } }, ['email']),
  LoadSampleCases: object({ package: { type: 'string', pattern: '^[a-z][a-z0-9-]*$', maxLength: 64 } }, ['package']),
  MoveClock: object({ workingDays: { type: 'integer', minimum: 1, maximum: 400 }, to: { type: 'string', maxLength: 40 } }, []),
  DryRunCases: object({ definition: processContent, status: { enum: ['active', 'completed', 'cancelled'] }, from: date, to: date, organisation: id, after: text(2000), limit: { type: 'integer', minimum: 1, maximum: 100 } }, ['definition']),
  PlanMigration: object({ ...migration }, ['from', 'to']),
  StartMigration: object({ ...migration, remark: text(5000) }, ['from', 'to', 'remark']),
  UndoMigration: object({ remark: text(5000) }, ['remark']),
  AddForm: object({ title: text(200, 2) }, ['title']),
  SaveFormDraft: object({ content: formContent }, ['content']),
  HandOutForm: object({ recipients: { type: 'array', minItems: 1, maxItems: 500, uniqueItems: true, items: party }, workingDays: { type: 'integer', minimum: 1, maximum: 250 } }, ['recipients']),
} as const;

export type BodyName = keyof typeof BODIES;
