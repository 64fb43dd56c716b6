const LATIN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't',
  у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};

/** Room for a number behind it, and for what is built on it. */
const LONGEST = 40;

/** A form's key out of the title that a person typed: «Отзыв о паре» → `otzyv-o-pare`; one that is taken gets a number. Nobody ever has to type a key. */
export function formKeyOf(title: string, taken: ReadonlySet<string>): string {
  const latin = [...title.toLowerCase()].map((letter) => LATIN[letter] ?? letter).join('');
  const words = latin.replace(/[^a-z0-9]+/gu, '-').replace(/^[^a-z]+/u, '').slice(0, LONGEST).replace(/-+$/u, '');
  const stem = words === '' ? 'form' : words;
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}
