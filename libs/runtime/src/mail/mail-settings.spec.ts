import { maskAddress, maskAddresses } from './mask.js';
import { domainOf, readMailSettings } from './mail-settings.js';

const whole = { SMTP_URL: 'smtp://user:secret@mail.test:587', MAIL_FROM: 'Регламент <panel@office.test>', REGLAMENT_URL: 'https://panel.test/' };

describe('the settings of mail', () => {
  it('are none without a server: mail is off', () => {
    expect(readMailSettings({})).toBeNull();
    expect(readMailSettings({ ...whole, SMTP_URL: '' })).toBeNull();
  });

  it('are server, sender and address of the panel', () => {
    expect(readMailSettings(whole)).toEqual({ url: whole.SMTP_URL, from: whole.MAIL_FROM, panel: 'https://panel.test' });
  });

  it.each([['SMTP_URL', 'http://mail.test'], ['SMTP_URL', 'mail.test:25'], ['MAIL_FROM', ''], ['MAIL_FROM', 'Регламент'], ['MAIL_FROM', 'a@b.test\r\nBcc: c@d.test'], ['REGLAMENT_URL', ''], ['REGLAMENT_URL', 'panel.test']])('say which one is wrong: %s=%j, without telling the password', (variable, value) => {
    const read = (): unknown => readMailSettings({ ...whole, [variable]: value });
    expect(read).toThrow(variable);
    expect(read).not.toThrow(/secret/);
  });

  it('give Message-IDs the domain of the sender', () => {
    expect(['Регламент <panel@office.test>', 'panel@office.test', '<panel@office.test>', 'nobody'].map(domainOf)).toEqual(['office.test', 'office.test', 'office.test', null]);
  });
});

describe('an address that is shown', () => {
  it('keeps its first letter and its domain', () => {
    expect([maskAddress('ivanov@school.ru'), maskAddress('@x'), maskAddress('none')]).toEqual(['i***@school.ru', '***', '***']);
  });

  it('is masked wherever a server repeats it', () => {
    expect(maskAddresses('550 <ivanov.p@school.ru>: Recipient address rejected: ivanov.p@school.ru.')).toBe('550 <i***@school.ru>: Recipient address rejected: i***@school.ru.');
  });
});
