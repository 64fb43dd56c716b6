import { FORMATS } from '../schema/formats.js';
import { SCHEMA_LIMITS } from '../schema/schema-limits.js';
import { MAX_PATTERN_LENGTH } from '../schema/pattern.js';

interface Words { readonly expected: { readonly ru: string; readonly en: string }; readonly remedy: { readonly ru: string; readonly en: string } }

const words = (expectedRu: string, expectedEn: string, remedyRu: string, remedyEn: string): Words =>
  ({ expected: { ru: expectedRu, en: expectedEn }, remedy: { ru: remedyRu, en: remedyEn } });

const formats = Object.keys(FORMATS).join(', ');

/** What was expected and what to do, per kind of problem. */
export const problemTexts = {
  'form.shape': words('{detail}', '{detail}', 'Исправьте значение по схеме формата формы', 'Mend the value after the schema of the form format'),
  'schema.notObject': words('схема с type: object и properties', 'a schema with type: object and properties',
    'Опишите поля формы в properties верхнего уровня', 'Describe the form’s fields in the top level’s properties'),
  'schema.keyword': words('ключевое слово диалекта форм JSON Schema 2020-12', 'a keyword of the form dialect of JSON Schema 2020-12',
    'Уберите ключевое слово или выразите правило в rules', 'Remove the keyword, or say it as a rule in rules'),
  'schema.dialect': words('https://json-schema.org/draft/2020-12/schema', 'https://json-schema.org/draft/2020-12/schema',
    'Уберите $schema или укажите 2020-12', 'Remove $schema or name 2020-12'),
  'schema.invalid': words('{detail}', '{detail}', 'Исправьте значение ключевого слова', 'Mend the keyword’s value'),
  'schema.ref': words('ссылка вида #/$defs/имя', 'a reference like #/$defs/name',
    'Перенесите схему в $defs этой формы и сошлитесь на неё', 'Move the schema into this form’s $defs and refer to it'),
  'schema.refMissing': words('ссылка на существующую часть этой схемы', 'a reference to an existing part of this schema',
    'Добавьте эту часть в $defs или исправьте ссылку', 'Add the part to $defs or mend the reference'),
  'schema.refRing': words('ссылка, которая ведёт к схеме', 'a reference that leads to a schema', 'Разорвите круг ссылок', 'Break the ring of references'),
  'schema.recursion': words('рекурсия только через properties и items', 'recursion through properties and items alone',
    'Уберите ссылку из allOf, anyOf, oneOf, not, if: рекурсивное условие не закончится', 'Take the reference out of allOf, anyOf, oneOf, not, if: recursion there does not end'),
  'schema.unfolded': words(`не больше ${SCHEMA_LIMITS.unfolded} подсхем, если раскрыть ссылки`, `at most ${SCHEMA_LIMITS.unfolded} subschemas with the references written out`,
    'Уберите ссылки на части, которые сами состоят из ссылок', 'Remove references to parts that consist of references themselves'),
  'schema.pattern': words('выражение синтаксиса RE2: {detail}', 'an expression in RE2 syntax: {detail}',
    'Уберите просмотр вперёд и назад и обратные ссылки', 'Remove look-around and back references'),
  'schema.patternLength': words(`не больше ${MAX_PATTERN_LENGTH} символов`, `at most ${MAX_PATTERN_LENGTH} characters`, 'Сократите выражение', 'Shorten the expression'),
  'schema.format': words(`один из форматов: ${formats}`, `one of the formats: ${formats}`, 'Выберите другой формат или используйте pattern', 'Choose another format or use pattern'),
  'schema.size': words(`не больше ${SCHEMA_LIMITS.characters} символов в схеме`, `at most ${SCHEMA_LIMITS.characters} characters in the schema`, 'Разделите форму на несколько', 'Divide the form'),
  'schema.depth': words(`вложенность не больше ${SCHEMA_LIMITS.depth}`, `at most ${SCHEMA_LIMITS.depth} levels`, 'Вынесите вложенные части в $defs', 'Move nested parts into $defs'),
  'schema.nodes': words(`не больше ${SCHEMA_LIMITS.nodes} подсхем`, `at most ${SCHEMA_LIMITS.nodes} subschemas`, 'Разделите форму на несколько', 'Divide the form'),
  'schema.uniqueItems': words(`maxItems не больше ${SCHEMA_LIMITS.uniqueItems} рядом с uniqueItems`, `maxItems of at most ${SCHEMA_LIMITS.uniqueItems} beside uniqueItems`,
    'Добавьте maxItems', 'Add maxItems'),
  'schema.undeclaredField': words('поле, описанное в properties формы', 'a field described in the form’s properties',
    'Опишите поле в properties этого объекта: allOf, if и другие только ограничивают', 'Describe the field in this object’s properties: allOf, if and the like only constrain'),
  'schema.reservedName': words('имя, кроме form, facts, index', 'a name other than form, facts, index', 'Переименуйте поле: это имя занято в выражениях', 'Rename the field: expressions use the name'),
  'schema.fieldName': words('имя из латинских букв, цифр и _', 'a name of Latin letters, digits and _', 'Переименуйте поле', 'Rename the field'),
  'ui.unknownPath': words('путь к полю схемы; есть: {detail}', 'a path to a field of the schema; there are: {detail}', 'Исправьте путь или добавьте поле в схему', 'Mend the path or add the field to the schema'),
  'ui.duplicatePath': words('поле, показанное один раз', 'a field that is shown once', 'Уберите одно из двух', 'Remove one of the two'),
  'ui.duplicateSection': words('ключ раздела, который не повторяется', 'a section key that is not repeated', 'Переименуйте раздел', 'Rename the section'),
  'ui.widgetType': words('{detail}', '{detail}', 'Возьмите другой элемент или другой тип в схеме', 'Take another widget or another type in the schema'),
  'ui.optionValue': words('значение из enum схемы: {detail}', 'a value of the schema’s enum: {detail}', 'Исправьте значение или добавьте его в enum', 'Mend the value or add it to the enum'),
  'ui.noOptions': words('options у поля или enum в схеме', 'options at the field or an enum in the schema', 'Перечислите значения', 'List the values'),
  'ui.missingField': words('обязательное поле, которое есть в форме', 'a required field that the form shows', 'Добавьте поле в раздел, задайте default или вычисление', 'Add the field to a section, give a default or calculate it'),
  'ui.clauseFields': words('у пункта поля {detail}', 'a clause with the fields {detail}', 'Добавьте поля пункта в схему', 'Add the clause’s fields to the schema'),
  'rule.unknownPath': words('путь к полю схемы; есть: {detail}', 'a path to a field of the schema; there are: {detail}', 'Исправьте путь', 'Mend the path'),
  'rule.rowsPath': words('{detail}', '{detail}', 'Исправьте путь', 'Mend the path'),
  'rule.expression': words('{detail}', '{detail}', 'Исправьте выражение', 'Mend the expression'),
  'rule.selfReference': words('выражение без собственного поля', 'an expression without its own field', 'Уберите поле из его же вычисления', 'Remove the field from its own calculation'),
  'rule.duplicateKey': words('ключ проверки, который не повторяется', 'a check key that is not repeated', 'Переименуйте проверку', 'Rename the check'),
  'rule.duplicateCalculation': words('одно вычисление на поле', 'one calculation per field', 'Оставьте одно', 'Keep one'),
} as const satisfies Record<string, Words>;

export type ProblemCode = keyof typeof problemTexts;
