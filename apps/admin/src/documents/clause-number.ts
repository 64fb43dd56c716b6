/** «3.2.» for the second clause of the third; numbers are always generated from the place in the tree. */
export const clauseNumber = (path: readonly number[]): string => `${path.map((index) => index + 1).join('.')}.`;
