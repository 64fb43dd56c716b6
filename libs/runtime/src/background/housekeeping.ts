import { anchorPastDays, sweepAnswers, sweepDrafts, sweepFiles, sweepInvitationSessions, sweepMails, sweepNotifications, sweepSessions, sweepSignIns } from '@reglament/store';
import type { Shell } from '../shell.js';

const EVERY_MS = 15 * 60_000;

/** The daily anchors go to the log too, which is kept elsewhere: that is what shows a rewritten day. */
async function anchor(shell: Shell): Promise<void> {
  for (const each of await anchorPastDays(shell.store)) shell.log.info('anchor', { ...each });
}

/** Removes what nobody can need any more (old keys of requests, ended sessions, uploads that nothing took up), and anchors past days. */
export function startHousekeeping(shell: Shell): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;
  const sweep = async (): Promise<void> => {
    for (const [what, run] of [['answers', sweepAnswers], ['files', sweepFiles], ['notifications', sweepNotifications], ['sessions', sweepSessions], ['signIns', sweepSignIns], ['drafts', sweepDrafts], ['mails', sweepMails], ['invitationSessions', sweepInvitationSessions]] as const) {
      try {
        await run(shell.store);
      } catch (error) {
        shell.log.error('housekeeping.failed', { what, error: String(error) });
      }
    }
    await anchor(shell).catch((error: unknown) => { shell.log.error('housekeeping.failed', { what: 'anchors', error: String(error) }); });
  };
  const timer = setInterval(() => { running ??= sweep().finally(() => { running = null; }); }, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
