const rules = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
const numbers = { ru: new Intl.NumberFormat('ru', { maximumFractionDigits: 10 }), en: new Intl.NumberFormat('en', { maximumFractionDigits: 10 }) };

/** «100 символов», «1 символ», «2 символа»; a fraction takes the genitive singular: «1,5 символа». */
export function countedRu(count: number, one: string, few: string, many: string): string {
  const form = rules.ru.select(count);
  return `${numberRu(count)} ${form === 'one' ? one : form === 'many' ? many : few}`;
}

export function countedEn(count: number, one: string, other: string): string {
  return `${numberEn(count)} ${rules.en.select(count) === 'one' ? one : other}`;
}

export function numberRu(value: number): string {
  return numbers.ru.format(value);
}

export function numberEn(value: number): string {
  return numbers.en.format(value);
}
