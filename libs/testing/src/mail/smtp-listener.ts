import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail { readonly to: string; readonly from: string; readonly messageId: string; readonly subject: string; readonly text: string; readonly raw: string }

/** What the listener does with the next mail to an address. `lose`: takes the text and breaks the connection before it answers. */
export type Treatment = 'take' | 'lose' | { readonly at: 'recipient' | 'text'; readonly code: number; readonly says: string };

/** A real SMTP server on a free port of this machine, without encryption. It wants no sign-in and refuses every one. */
export interface SmtpListener {
  readonly url: string;
  /** In the order in which they came, those whose answer was lost included. */
  readonly mails: ReceivedMail[];
  /** Asked for every mail. Default: takes them all. */
  treat(how: (to: string) => Treatment): void;
  /** Nobody listens on the port any more. */
  stop(): Promise<void>;
  /** On the same port. */
  start(): Promise<void>;
}

export async function startSmtpListener(): Promise<SmtpListener> {
  const mails: ReceivedMail[] = [];
  let treatment: (to: string) => Treatment = () => 'take';
  let port = 0;
  let server: SMTPServer | null = null;
  const refused = ({ code, says }: Exclude<Treatment, string>): Error => Object.assign(new Error(says), { responseCode: code });
  const listener = {
    get url() { return `smtp://127.0.0.1:${port}`; },
    mails,
    treat(how: (to: string) => Treatment) { treatment = how; },
    async stop() {
      const stopping = server;
      server = null;
      await new Promise<void>((resolve) => { if (stopping) stopping.close(() => { resolve(); }); else resolve(); });
    },
    async start() {
      const sockets = new Map<string, Socket>();
      const starting = new SMTPServer({
        authOptional: true, disabledCommands: ['STARTTLS'], allowInsecureAuth: true, closeTimeout: 50,
        onAuth(_sign, _session, done) { done(Object.assign(new Error('Authentication failed'), { responseCode: 535 })); },
        onRcptTo({ address }, _session, done) {
          const how = treatment(address);
          if (typeof how === 'object' && how.at === 'recipient') done(refused(how)); else done();
        },
        onData(stream, session, done) {
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => {
            const { mailFrom, rcptTo } = session.envelope;
            const to = rcptTo[0]?.address ?? '';
            const how = treatment(to);
            if (typeof how === 'object') return void done(refused(how));
            mails.push(mailOf(Buffer.concat(parts).toString('utf8'), to, mailFrom ? mailFrom.address : ''));
            if (how === 'lose') { for (const socket of sockets.values()) socket.destroy(); return; }
            done(null, 'queued');
          });
        },
      });
      starting.on('error', () => undefined); // a connection that a spec breaks on purpose
      starting.server.on('connection', (socket: Socket) => {
        const key = String(socket.remotePort);
        sockets.set(key, socket);
        socket.once('close', () => sockets.delete(key));
      });
      await new Promise<void>((resolve) => { starting.listen(port, '127.0.0.1', () => { resolve(); }); });
      port = (starting.server.address() as AddressInfo).port;
      server = starting;
    },
  };
  await listener.start();
  return listener;
}

/** Of the mails that the product sends: headers, and one text in base64. */
function mailOf(raw: string, to: string, from: string): ReceivedMail {
  const at = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, at).replaceAll(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
  const decoded = header('Subject').replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/=\?utf-8\?(b|q)\?(.*?)\?=/gi, (_, kind: string, text: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : Buffer.from(text.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8'));
  return { to, from, messageId: header('Message-ID'), subject: decoded, text: Buffer.from(raw.slice(at + 4), 'base64').toString('utf8'), raw };
}
