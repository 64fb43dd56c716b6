/** @typedef {import('@reglament/contracts').FormDefinition} FormDefinition */

const SECTIONS = 12;
const PER_SECTION = 50;
const RULES = 50;

/** Six kinds in turn: the mix of an office's questionnaires. */
const KINDS = [
  (path, label) => [{ type: 'string', minLength: 3, maxLength: 200 }, { path, label, widget: 'text', width: 6 }],
  (path, label) => [{ type: 'integer', minimum: 0, maximum: 1000 }, { path, label, widget: 'number', width: 3 }],
  (path, label) => [{ enum: ['yes', 'partly', 'no'] }, { path, label, widget: 'select', width: 3, options: options() }],
  (path, label) => [{ type: 'string', maxLength: 2000 }, { path, label, widget: 'textarea', width: 12, help: 'Не больше 2000 символов' }],
  (path, label) => [{ type: 'string', format: 'date' }, { path, label, widget: 'date', width: 4 }],
  (path, label) => [{ type: 'boolean' }, { path, label, widget: 'checkbox', width: 4 }],
];

const options = () => [{ value: 'yes', label: 'Да' }, { value: 'partly', label: 'Частично' }, { value: 'no', label: 'Нет' }];
const name = (index) => `f${String(index).padStart(3, '0')}`;

/**
 * A form of 600 inputs in 12 sections with 50 rules: half of them show or hide a field, the others require, calculate and check across
 * fields. Every third field is required. The same on every call.
 *
 * @returns {FormDefinition}
 */
export function form600() {
  const properties = {};
  const required = [];
  const sections = Array.from({ length: SECTIONS }, (_none, section) => ({
    key: `section-${section + 1}`,
    title: `Раздел ${section + 1}`,
    fields: Array.from({ length: PER_SECTION }, (_nothing, place) => {
      const index = section * PER_SECTION + place;
      const [schema, field] = KINDS[index % KINDS.length](name(index), `Показатель ${index + 1}`);
      properties[name(index)] = schema;
      if (index % 3 === 0) required.push(name(index));
      return field;
    }),
  }));
  return {
    format: 1, key: 'form-600', title: 'Большая анкета',
    schema: { type: 'object', properties, required },
    ui: { sections },
    rules: Array.from({ length: RULES }, (_none, index) => rule(index)),
  };
}

/** Rule `index` speaks of the twelve fields from `12 * index` on: a text, a number, a choice, a long text, a date, a tick, and again. */
function rule(index) {
  const at = (place) => name(12 * index + place);
  switch (index % 5) {
    case 0: return { type: 'visible', path: at(3), when: { variable: at(2), operator: 'notEquals', value: 'no' } };
    case 1: return { type: 'required', path: at(9), when: { feel: `${at(8)} = "partly"` } };
    case 2: return { type: 'visible', path: at(10), when: { feel: `string length(${at(0)}) > 5 or ${at(1)} > 10` } };
    case 3: return { type: 'calculated', path: at(7), value: { feel: `if ${at(1)} = null then null else ${at(1)} * 2` } };
    default: return { type: 'check', key: `check-${index}`, must: { feel: `${at(1)} <= ${at(7)}` }, message: 'Первое число больше второго', at: at(1) };
  }
}
