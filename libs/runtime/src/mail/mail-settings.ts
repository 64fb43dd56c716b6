/** Where mail goes out and what its links begin with. */
export interface MailSettings {
  /** `smtp://user:password@host:587` (STARTTLS where the server offers it; `?requireTLS=true` insists) or `smtps://…:465`. */
  readonly url: string;
  /** The sender, `Name <address>` or the address alone. */
  readonly from: string;
  /** The panel as people reach it, without a slash at the end. */
  readonly panel: string;
}

export class MailSettingsError extends Error {
  constructor(readonly variable: string, expected: string) {
    super(`Переменная окружения ${variable}: ожидается ${expected}. / Environment variable ${variable}: expected ${expected}.`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `SMTP_URL`, `MAIL_FROM` and `REGLAMENT_URL`. Null without `SMTP_URL`: mail is off then, and the panel says so.
 *
 * @throws MailSettingsError where one of them is missing or is not what it should be; the message never repeats the URL, which holds a password.
 */
export function readMailSettings(env: Environment): MailSettings | null {
  const url = env['SMTP_URL'];
  if (!url) return null;
  if (!isUrl(url, ['smtp:', 'smtps:'])) throw new MailSettingsError('SMTP_URL', 'smtp://user:password@host:port | smtps://…');
  const from = env['MAIL_FROM'] ?? '';
  if (domainOf(from) === null) throw new MailSettingsError('MAIL_FROM', 'Name <address@host>');
  const panel = (env['REGLAMENT_URL'] ?? '').replace(/\/+$/, '');
  if (!isUrl(panel, ['http:', 'https:'])) throw new MailSettingsError('REGLAMENT_URL', 'https://host: the address of the panel, for the links in mails');
  return { url, from, panel };
}

/** The part after the `@` of the sender's address: Message-IDs end with it. Null where there is no address. */
export function domainOf(from: string): string | null {
  return /^[^<>\r\n]*?<?[^\s<>@]+@([a-zA-Z0-9.-]+)>?$/.exec(from.trim())?.[1] ?? null;
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  try {
    const { protocol, hostname } = new URL(text);
    return protocols.includes(protocol) && hostname !== '';
  } catch {
    return false;
  }
}
