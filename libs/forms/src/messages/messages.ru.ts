import type { FormMessages } from './form-message.js';
import { limitOf, textOf, typeOf } from './params.js';
import { countedRu, numberRu } from './plural.js';

const TYPES: Readonly<Record<string, string>> = {
  string: 'Введите текст', number: 'Введите число', integer: 'Введите целое число', boolean: 'Выберите «да» или «нет»',
  array: 'Здесь должен быть список', object: 'Здесь должна быть группа полей', null: 'Поле должно быть пустым',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'Введите дату в виде ДД.ММ.ГГГГ', time: 'Введите время в виде ЧЧ:ММ', 'date-time': 'Введите дату и время',
  email: 'Введите адрес электронной почты, например ivanova@school.ru', uri: 'Введите адрес страницы целиком, например https://school.ru',
  party: 'Выберите человека или организацию из списка', document: 'Выберите документ из списка', file: 'Приложите файл',
};

const symbols = (count: number) => countedRu(count, 'символ', 'символа', 'символов');
/** «не больше 1 символа», «не больше 5 символов». */
const ofSymbols = (count: number) => countedRu(count, 'символа', 'символов', 'символов');
const records = (count: number) => countedRu(count, 'запись', 'записи', 'записей');

/** Every sentence stands alone at its field and says what to do. */
export const messagesRu: FormMessages = {
  required: () => 'Заполните поле',
  unknownField: (params) => `Поля «${textOf(params, 'field')}» в этой форме нет`,
  type: (params) => TYPES[typeOf(params)] ?? 'Значение другого вида',
  enum: () => 'Выберите значение из списка',
  const: (params) => (params['allowed'] === true ? 'Нужна отметка «да»' : `Здесь может быть только «${textOf(params, 'allowed')}»`),
  minLength: (params) => `Минимум ${symbols(limitOf(params))}`,
  maxLength: (params) => `Не больше ${ofSymbols(limitOf(params))}`,
  pattern: () => 'Значение записано не по образцу',
  format: (params) => FORMATS[textOf(params, 'format')] ?? 'Значение записано не по образцу',
  minimum: (params) => `Не меньше ${numberRu(limitOf(params))}`,
  maximum: (params) => `Не больше ${numberRu(limitOf(params))}`,
  exclusiveMinimum: (params) => `Больше ${numberRu(limitOf(params))}`,
  exclusiveMaximum: (params) => `Меньше ${numberRu(limitOf(params))}`,
  multipleOf: (params) => `Число должно делиться на ${numberRu(limitOf(params))} без остатка`,
  minItems: (params) => (limitOf(params) === 1 ? 'Добавьте хотя бы одну запись' : `Минимум ${records(limitOf(params))}`),
  maxItems: (params) => `Не больше ${countedRu(limitOf(params), 'записи', 'записей', 'записей')}`,
  uniqueItems: (params) => `Записи ${Number(params['first']) + 1} и ${Number(params['second']) + 1} одинаковы`,
  contains: () => 'В списке нет нужной записи',
  minProperties: (params) => `Заполните минимум ${countedRu(limitOf(params), 'поле', 'поля', 'полей')}`,
  maxProperties: (params) => `Заполните не больше ${countedRu(limitOf(params), 'поля', 'полей', 'полей')}`,
  propertyName: (params) => `Название «${textOf(params, 'field')}» здесь не подходит`,
  noVariant: () => 'Значение не подходит ни под один из вариантов',
  severalVariants: () => 'Значение подходит сразу под несколько вариантов, нужен один',
  not: () => 'Такое значение здесь недопустимо',
  never: () => 'Здесь не должно быть значения',
  tooLarge: (params) => `Данных слишком много: ${textOf(params, 'what')}`,
};
