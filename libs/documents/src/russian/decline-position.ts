import type { CaseForms, GrammaticalCase } from './cases.js';

type Endings = Record<Exclude<GrammaticalCase, 'nominative'>, string>;

const soft = (word: string) => /(?:[жшчщ]ий|[^гкх]ий)$/u.test(word) && !/[гкх]ий$/u.test(word);

/** Endings by the kind of word; the first whose pattern fits is taken. `cut` is how many letters of the nominative fall away. */
const rules: readonly { fits: (word: string) => boolean; cut: number; endings: Endings }[] = [
  { fits: (w) => /(?:ый|ой)$/u.test(w) || (/[гкх]ий$/u.test(w)), cut: 2, endings: { genitive: 'ого', dative: 'ому', accusative: 'ого', instrumental: 'ым', prepositional: 'ом' } },
  { fits: soft, cut: 2, endings: { genitive: 'его', dative: 'ему', accusative: 'его', instrumental: 'им', prepositional: 'ем' } },
  { fits: (w) => /[жшчщ]ая$/u.test(w), cut: 2, endings: { genitive: 'ей', dative: 'ей', accusative: 'ую', instrumental: 'ей', prepositional: 'ей' } },
  { fits: (w) => /ая$/u.test(w), cut: 2, endings: { genitive: 'ой', dative: 'ой', accusative: 'ую', instrumental: 'ой', prepositional: 'ой' } },
  { fits: (w) => /ь$/u.test(w), cut: 1, endings: { genitive: 'я', dative: 'ю', accusative: 'я', instrumental: 'ем', prepositional: 'е' } },
  { fits: (w) => /й$/u.test(w), cut: 1, endings: { genitive: 'я', dative: 'ю', accusative: 'я', instrumental: 'ем', prepositional: 'е' } },
  { fits: (w) => /[гкхжшчщ]а$/u.test(w), cut: 1, endings: { genitive: 'и', dative: 'е', accusative: 'у', instrumental: 'ой', prepositional: 'е' } },
  { fits: (w) => /а$/u.test(w), cut: 1, endings: { genitive: 'ы', dative: 'е', accusative: 'у', instrumental: 'ой', prepositional: 'е' } },
  { fits: (w) => /ец$/u.test(w), cut: 2, endings: { genitive: 'ца', dative: 'цу', accusative: 'ца', instrumental: 'цом', prepositional: 'це' } },
  { fits: (w) => /[бвгдзкмнпрстфх]$/u.test(w), cut: 0, endings: { genitive: 'а', dative: 'у', accusative: 'а', instrumental: 'ом', prepositional: 'е' } },
  { fits: (w) => /[жшчщц]$/u.test(w), cut: 0, endings: { genitive: 'а', dative: 'у', accusative: 'а', instrumental: 'ем', prepositional: 'е' } },
];

const adjective = /(?:ый|ий|ой|ая|яя)$/u;
/** Adjectives that are the name of the position themselves. */
const nounLike = /^(?:заведующ|управляющ|исполняющ|учен|дежурн|уполномоченн|рабоч)/u;

/**
 * The name of a position in a case: «ведущий специалист отдела» → «ведущему специалисту отдела». Adjectives and the noun they belong to
 * change, what follows stays. Confirmed forms win; without them this is a suggestion that a person should see.
 */
export function declinePosition(position: string, to: GrammaticalCase, forms?: CaseForms): string {
  const confirmed = forms?.[to];
  if (confirmed !== undefined) return confirmed;
  if (to === 'nominative') return position;
  const words = position.split(' ');
  const out: string[] = [];
  for (const [i, word] of words.entries()) {
    out.push(declineHyphenated(word, to));
    const goesOn = adjective.test(word) && !nounLike.test(word.toLowerCase());
    if (!goesOn) return [...out, ...words.slice(i + 1)].join(' ');
  }
  return out.join(' ');
}

/** «учитель-логопед» changes in both halves. */
function declineHyphenated(word: string, to: Exclude<GrammaticalCase, 'nominative'>): string {
  return word.split('-').map((half) => declineWord(half, to)).join('-');
}

function declineWord(word: string, to: Exclude<GrammaticalCase, 'nominative'>): string {
  const lower = word.toLowerCase();
  // Abbreviations («ИО») and what is too short to have an ending stay.
  if (lower.length < 3 || word === word.toUpperCase()) return word;
  const rule = rules.find(({ fits }) => fits(lower));
  if (!rule) return word;
  const stem = word.slice(0, word.length - rule.cut);
  const ending = to === 'instrumental' && /[гкхжшчщ]$/u.test(stem) && rule.endings.instrumental === 'ым' ? 'им' : rule.endings[to];
  return stem + ending;
}
