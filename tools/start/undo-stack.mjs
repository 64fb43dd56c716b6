/**
 * What has been started, to be stopped in the opposite order: the server before the database that it writes to.
 */
export class UndoStack {
  #steps = [];
  #undone;

  /** @param {() => unknown} step may be asynchronous */
  push(step) {
    this.#steps.push(step);
  }

  /** Stops everything once; a second call waits for the first. A step that fails does not keep the others from running. */
  undo() {
    this.#undone ??= this.#run();
    return this.#undone;
  }

  async #run() {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        process.stderr.write(`${error?.stack ?? error}\n`);
      }
    }
  }
}
