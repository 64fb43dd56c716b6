import type { PartyReference, Performer } from '@reglament/contracts';
import type { NotificationPort } from '@reglament/handlers';
import { addNotice } from '@reglament/store';
import type { Writing } from './documents.js';

export interface NoticePlace {
  readonly instance: string;
  readonly organisation: string;
  readonly node: string;
  readonly now: string;
  readonly partiesOf: (rules: readonly Performer[]) => readonly PartyReference[];
}

/** Writes notifications to the bell, for the parties that performer rules name in the case. */
export function notificationPort(write: Writing, { instance, organisation, node, now, partiesOf }: NoticePlace): NotificationPort {
  return {
    async send(words, to) {
      const recipients = partiesOf(to);
      if (recipients.length > 0) await write((tx) => addNotice(tx, { organisation, recipients, instance, node, at: now, words }));
      return recipients;
    },
  };
}
