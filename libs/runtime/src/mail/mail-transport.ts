import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { maskAddresses } from './mask.js';
import type { MailSettings } from './mail-settings.js';

export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

/**
 * What became of one attempt; `answer` is the server's, without addresses.
 * - `sent`: the server has taken it.
 * - `refused`: it said no to this mail; `forGood` by 5xx, for now by 4xx (RFC 5321 §4.2.1).
 * - `unknown`: the connection was lost after the text had begun to go out. SMTP cannot tell whether the server took it (RFC 5321 §4.5.3.2.6).
 * - `away`: nothing of this mail went out: no server, no sign-in, no sender. It says nothing about the mail itself.
 */
export type Attempt =
  | { readonly kind: 'sent'; readonly answer: string }
  | { readonly kind: 'refused'; readonly forGood: boolean; readonly answer: string }
  | { readonly kind: 'unknown'; readonly answer: string }
  | { readonly kind: 'away'; readonly answer: string };

export interface MailTransport {
  send(mail: OutgoingMail): Promise<Attempt>;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** A connection for each mail: a pool would send a mail again by itself when a connection breaks, and nobody would know. */
export function createMailTransport({ url, from }: MailSettings): MailTransport {
  return {
    async send({ to, subject, text, messageId }) {
      let begun = false;
      const transport = createTransport({ url, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS, disableFileAccess: true, disableUrlAccess: true, logger: false });
      transport.use('stream', (mail, done) => {
        mail.message.processFunc((whole) => Readable.from(readLate(whole, () => { begun = true; }), { objectMode: false }));
        done();
      });
      try {
        const { response } = await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId, textEncoding: 'base64', headers: { 'Auto-Submitted': 'auto-generated' } });
        return { kind: 'sent', answer: maskAddresses(response) };
      } catch (error) {
        return attemptOf(error, begun);
      }
    },
  };
}

/** The text is read once the server has said "go on" to DATA: before that nothing of the mail can have arrived. */
async function* readLate(whole: Readable, begin: () => void): AsyncGenerator<Buffer> {
  begin();
  yield* whole as AsyncIterable<Buffer>;
}

/** Commands that are about this mail: a refusal of any other one is about us. */
const OF_THE_MAIL: ReadonlySet<string> = new Set(['RCPT TO', 'DATA']);
/** Without an answer of the server: this mail cannot be sent by anybody, e.g. its address is none. */
const NOT_A_MAIL: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

function attemptOf(error: unknown, begun: boolean): Attempt {
  const { responseCode, command, code, response, message } = error as { responseCode?: number; command?: string; code?: string; response?: string; message?: string };
  const answer = maskAddresses((response ?? message ?? String(error)).slice(0, 500));
  if (responseCode === undefined) return begun ? { kind: 'unknown', answer } : NOT_A_MAIL.has(code ?? '') ? { kind: 'refused', forGood: true, answer } : { kind: 'away', answer };
  return responseCode !== 421 && (begun || OF_THE_MAIL.has(command ?? '')) ? { kind: 'refused', forGood: responseCode >= 500, answer } : { kind: 'away', answer };
}
