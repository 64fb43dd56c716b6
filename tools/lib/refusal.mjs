/**
 * A condition that the person at the keyboard can mend: a port that is taken, a server that does not answer. The command prints its one
 * sentence, without a stack trace, and ends with exit code 1.
 */
export class Refusal extends Error {
  /**
   * @param {string} russian one sentence
   * @param {string} [english] the same sentence, unless the first already says it in both languages
   * @param {ErrorOptions} [options]
   */
  constructor(russian, english, options) {
    super(english ? `${russian} / ${english}` : russian, options);
    this.name = 'Refusal';
  }
}
