import { readConfig } from './config.js';

const base = { DATABASE_URL: 'postgres://x' };

describe('the environment of the API process', () => {
  it('needs a database, and says so', () => {
    expect(() => readConfig({}, '/root')).toThrow('DATABASE_URL');
  });

  it('has mail off until a server is named', () => {
    expect(readConfig(base, '/root').mail).toBeNull();
  });

  it('begins the links of mails with its own port where the panel has no other address', () => {
    const mail = { SMTP_URL: 'smtp://mail.test', MAIL_FROM: 'panel@office.test' };
    expect(readConfig({ ...base, ...mail, REGLAMENT_PORT: '3005' }, '/root').mail?.panel).toBe('http://localhost:3005');
    expect(readConfig({ ...base, ...mail, REGLAMENT_URL: 'https://panel.test' }, '/root').mail?.panel).toBe('https://panel.test');
    expect(() => readConfig({ ...base, ...mail, MAIL_FROM: 'nobody' }, '/root')).toThrow('MAIL_FROM');
  });

  it.each(['-1', '70000', 'x'])('refuses the port %s', (port) => {
    expect(() => readConfig({ ...base, REGLAMENT_PORT: port }, '/root')).toThrow('REGLAMENT_PORT');
  });
});
