/** Leaves a transaction without a commit and without a fault, with what is to be answered. */
export class Rollback<Result> extends Error {
  constructor(readonly result: Result) {
    super('rollback');
    this.name = 'Rollback';
  }
}
