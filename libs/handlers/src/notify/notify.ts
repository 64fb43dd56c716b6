import { localizedTextSchema, performerSchema, type LocalizedText, type Performer } from '@reglament/contracts';
import { HandlerError, type JsonObject, type ServiceTaskHandler } from '../handler.js';
import { placeholdersIn } from './placeholders.js';

const MAX_VALUES = 20;

/**
 * Tells people something in words of the package. `title` and `body` are texts with places such as `{date}`; `values`, as a rule a FEEL
 * context, fills them; `to` are performer rules. Works in the transaction of the completion that called it, so it tells exactly once.
 * Nobody to tell is no fault.
 */
export const notify: ServiceTaskHandler = {
  type: 'notify',
  title: { ru: 'Уведомить', en: 'Notify' },
  input: {
    type: 'object',
    properties: {
      title: localizedTextSchema,
      body: localizedTextSchema,
      values: { type: 'object', maxProperties: MAX_VALUES, additionalProperties: { type: ['string', 'number', 'boolean', 'null'], maxLength: 1000 } },
      to: { type: 'array', items: performerSchema, minItems: 1, maxItems: 20 },
    },
    required: ['title', 'to'],
    additionalProperties: false,
  },
  output: { type: 'object', properties: { recipients: { type: 'integer', minimum: 0 } }, required: ['recipients'], additionalProperties: false },
  transactional: true,
  performerInputs: ['to'],
  async run(input, _call, { notifications }) {
    const { title, body, values, to } = input as unknown as Input;
    const missing = [title, ...(body === undefined ? [] : [body])].flatMap(placeholdersIn).filter((name) => !Object.hasOwn(values ?? {}, name));
    if (missing.length > 0) throw new HandlerError('notify.valueMissing', { names: [...new Set(missing)] });
    const told = await notifications.send({ title, body: body ?? null, values: values ?? {} }, to);
    return { output: { recipients: told.length }, told };
  },
};

/** As the schema has let it in. */
interface Input { readonly title: LocalizedText; readonly body?: LocalizedText; readonly values?: JsonObject; readonly to: readonly Performer[] }
