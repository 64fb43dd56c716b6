const LATIN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f',
  х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};

const MAX_LENGTH = 56;

/** A key as the format wants it, of an id or a name: small Latin letters and figures with hyphens between, beginning with a letter. */
export function slugOf(text: string): string {
  const latin = [...text.trim().toLowerCase()].map((letter) => LATIN[letter] ?? letter).join('').normalize('NFKD');
  const words = latin.replaceAll(/[\u0300-\u036f]/g, '').replaceAll(/[^a-z0-9]+/g, '-').slice(0, MAX_LENGTH).replaceAll(/^-+|-+$/g, '');
  if (words === '') return 'x';
  return /^[a-z]/.test(words) ? words : `n-${words}`;
}

/** A name of a variable: letters and figures alone. */
export function variableNameOf(text: string): string {
  const words = slugOf(text).split('-');
  return words.map((word, i) => (i === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1))).join('');
}

/** Gives keys that differ from one another: the second `task` is `task-2`. */
export type KeyGiver = (wanted: string) => string;

export function createKeys(): KeyGiver {
  const given = new Set<string>();
  return (wanted) => {
    const slug = slugOf(wanted);
    let key = slug;
    for (let n = 2; given.has(key); n++) key = `${slug}-${n}`;
    given.add(key);
    return key;
  };
}
