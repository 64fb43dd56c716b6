import type { JsonObject, ServiceTaskHandler } from './handler.js';

/** Tells people something beside their tasks, in the bell of the panel. */
export const notify: ServiceTaskHandler = {
  type: 'notify',
  title: { ru: 'Уведомить', en: 'Notify' },
  input: {
    type: 'object',
    properties: {
      to: { oneOf: [{ type: 'string' }, { type: 'array', maxItems: 5000, items: { type: 'string' } }] },
      text: { oneOf: [{ type: 'string', minLength: 1, maxLength: 1000 }, { type: 'object', properties: { ru: { type: 'string' }, en: { type: 'string' } }, required: ['ru'] }] },
    },
    required: ['to', 'text'],
  },
  output: { type: 'object', properties: { notified: { type: 'integer' } }, required: ['notified'] },
  transactional: true,
  async run(input, _call, { notifications }) {
    const to = typeof input['to'] === 'string' ? [input['to']] : (input['to'] as readonly string[]);
    const text = typeof input['text'] === 'string' ? { ru: input['text'] } : (input['text'] as JsonObject);
    await notifications.notify(to, text);
    return { output: { notified: to.length } };
  },
};
