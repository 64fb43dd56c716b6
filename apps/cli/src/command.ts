/** What a command is given: its own arguments and where it writes. */
export interface CommandCall {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** One line to the standard output. */
  readonly print: (line: string) => void;
}

export interface Command {
  readonly name: string;
  /** Arguments as the help shows them. */
  readonly usage: string;
  readonly summary: { readonly ru: string; readonly en: string };
  /** Gives the exit code: 0 when all is well, 1 when it is not. */
  readonly run: (call: CommandCall) => Promise<number>;
}

/** What the person at the keyboard can mend: printed as its one sentence, exit code 1. */
export class CommandRefusal extends Error {
  constructor(russian: string, english: string) {
    super(`${russian} / ${english}`);
    this.name = 'CommandRefusal';
  }
}
