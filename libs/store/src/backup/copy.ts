import type { Socket } from 'node:net';
import type pg from 'pg';

/** The part of node-postgres' connection that COPY needs; `submit` gives it to the query. Its types do not describe it. */
interface Wire {
  readonly stream: Socket;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** What node-postgres calls on a query of one's own (its "submittable"), as the server's messages come in. */
abstract class CopyQuery {
  private rows = 0;

  constructor(private readonly text: string, private readonly done: (failure: unknown, rows: number) => void) {}

  submit(wire: Wire): void { wire.query(this.text); }
  handleCommandComplete(message: { text: string }): void { this.rows = Number(/\d+$/.exec(message.text)?.[0] ?? 0); }
  /** Nothing follows: after an error the driver itself waits for the server to be ready again. */
  handleError(failure: unknown): void { this.done(failure, 0); }
  handleReadyForQuery(): void { this.done(undefined, this.rows); }
  handleRowDescription(): void { throw new Error('COPY describes no rows'); }
  handleDataRow(): void { throw new Error('COPY gives no rows'); }
  handleEmptyQuery(): void { throw new Error('COPY is not empty'); }
}

/** Bytes of unread answers beyond which the socket is paused: a table of scans must not end up in memory. */
const HIGH_WATER = 4 * 1024 * 1024;

/** Runs `COPY … TO STDOUT` and gives its bytes as they come. The reader sets the pace. */
export async function* copyOut(client: pg.ClientBase, text: string): AsyncGenerator<Buffer, void> {
  const chunks: Buffer[] = [];
  let size = 0;
  let ended = false;
  let failure: unknown;
  let socket: Socket | null = null;
  let wake: () => void = () => undefined;
  class CopyOut extends CopyQuery {
    handleCopyData({ chunk }: { chunk: Buffer }, wire: Wire): void {
      // The driver reads the next message into the same memory.
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      socket = wire.stream;
      if (size > HIGH_WATER) wire.stream.pause();
      wake();
    }
  }
  submit(client, new CopyOut(text, (error) => { failure = error; ended = true; wake(); }));
  for (;;) {
    const chunk = chunks.shift();
    if (chunk !== undefined) {
      size -= chunk.length;
      if (size <= HIGH_WATER) (socket as Socket | null)?.resume();
      yield chunk;
    } else if (ended) {
      if (failure) throw failure;
      return;
    } else {
      await new Promise<void>((resolve) => { wake = resolve; });
    }
  }
}

/** Runs `COPY … FROM STDIN` with the given bytes and returns how many rows there were. What `chunks` throws ends the COPY with nothing written. */
export function copyIn(client: pg.ClientBase, text: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    let broken: unknown;
    class CopyIn extends CopyQuery {
      handleCopyInResponse(wire: Wire): void {
        void this.feed(wire).catch((error: unknown) => {
          broken = error;
          wire.sendCopyFail('the backup cannot be read further');
        });
      }

      private async feed(wire: Wire): Promise<void> {
        for await (const chunk of chunks) {
          wire.sendCopyFromChunk(chunk);
          if (wire.stream.writableNeedDrain) await drained(wire.stream);
        }
        wire.endCopyFrom();
      }
    }
    submit(client, new CopyIn(text, (failure, rows) => {
      const error = broken ?? failure;
      if (error === undefined) resolve(rows);
      else reject(error);
    }));
  });
}

/** Also when the connection is gone: the driver reports that by `handleError`. */
function drained(stream: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });
}

function submit(client: pg.ClientBase, query: CopyQuery): void {
  // Not a promise, whatever the types say: the query itself is given back.
  void client.query(query as unknown as Parameters<typeof client.query>[0]);
}
