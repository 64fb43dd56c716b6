const russian = new Intl.PluralRules('ru');
const english = new Intl.PluralRules('en');

export function countedRu(count: number, one: string, few: string, many: string): string {
  const form = russian.select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

export function countedEn(count: number, one: string, other: string): string {
  return `${count} ${english.select(count) === 'one' ? one : other}`;
}
