import { startSmtpListener, type SmtpListener, type Treatment } from '@reglament/testing';
import { createMailTransport, type Attempt } from './mail-transport.js';

let smtp: SmtpListener;
beforeAll(async () => { smtp = await startSmtpListener(); });
afterAll(() => smtp.stop());
beforeEach(() => { smtp.mails.length = 0; smtp.treat(() => 'take'); });

const send = (url = smtp.url, to = 'anna@school.test'): Promise<Attempt> => createMailTransport({ url, from: 'Регламент <panel@office.test>', panel: 'http://panel.test' })
  .send({ to, subject: 'Новая задача', text: 'Вам назначена задача.\nhttp://panel.test/tasks/1\n', messageId: '<1@office.test>' });
const treated = (how: Treatment): Promise<Attempt> => { smtp.treat(() => how); return send(); };

describe('an attempt to send a mail', () => {
  it('brings it to the server as it was written, with its own Message-ID', async () => {
    expect(await send()).toEqual({ kind: 'sent', answer: expect.stringMatching(/^250 /) as string });
    expect(smtp.mails).toMatchObject([{ to: 'anna@school.test', from: 'panel@office.test', messageId: '<1@office.test>', subject: 'Новая задача', text: 'Вам назначена задача.\nhttp://panel.test/tasks/1\n' }]);
    expect(smtp.mails[0]?.raw).toContain('Auto-Submitted: auto-generated');
  });

  it('says that the server does not want it now, or not at all, in the server\'s words without the address', async () => {
    expect(await treated({ at: 'recipient', code: 450, says: 'greylisted' })).toEqual({ kind: 'refused', forGood: false, answer: '450 greylisted' });
    expect(await treated({ at: 'recipient', code: 550, says: '5.1.1 <anna@school.test>: no such user' })).toEqual({ kind: 'refused', forGood: true, answer: '550 5.1.1 <a***@school.test>: no such user' });
    expect(await treated({ at: 'text', code: 554, says: 'spam' })).toMatchObject({ kind: 'refused', forGood: true });
    expect(await treated({ at: 'text', code: 452, says: 'disk full' })).toMatchObject({ kind: 'refused', forGood: false });
  });

  it('does not know what became of it when the connection breaks after the text and before the answer', async () => {
    expect(await treated('lose')).toMatchObject({ kind: 'unknown' });
    expect(smtp.mails).toHaveLength(1);
  });

  it('has not begun where the server is away, or is busy with itself', async () => {
    expect(await treated({ at: 'recipient', code: 421, says: 'closing' })).toMatchObject({ kind: 'away' });
    await smtp.stop();
    expect(await send()).toMatchObject({ kind: 'away' });
    await smtp.start();
    smtp.treat(() => 'take');
    expect(await send()).toMatchObject({ kind: 'sent' });
  });

  it('has not begun where the server knows nothing of our sign-in', async () => {
    expect(await send(smtp.url.replace('smtp://', 'smtp://user:secret@'))).toMatchObject({ kind: 'away' });
    expect(smtp.mails).toEqual([]);
  });

  it.each(['', 'nobody', '<>'])('is over for good where the address is none: %j', async (to) => {
    expect(await send(smtp.url, to)).toMatchObject({ kind: 'refused', forGood: true });
    expect(smtp.mails).toEqual([]);
  });
});
