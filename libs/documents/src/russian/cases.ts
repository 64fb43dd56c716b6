/** The six cases in their school order. */
export const grammaticalCases = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;

export type GrammaticalCase = (typeof grammaticalCases)[number];

/** Forms that somebody has confirmed for a person or a position; they win over every rule. */
export type CaseForms = Partial<Record<GrammaticalCase, string>>;

export type Gender = 'male' | 'female';
