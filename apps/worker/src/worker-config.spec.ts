import { readWorkerConfig } from './worker-config.js';

describe('the worker\'s environment', () => {
  it('needs a database, and says so', () => {
    expect(() => readWorkerConfig({})).toThrow('DATABASE_URL');
  });

  it('takes Redis where it is named', () => {
    expect(readWorkerConfig({ DATABASE_URL: 'postgres://x' })).toEqual({ databaseUrl: 'postgres://x', redisUrl: null, concurrency: 8, mail: null, crashAt: undefined });
    expect(readWorkerConfig({ DATABASE_URL: 'postgres://x', REDIS_URL: 'redis://y', REGLAMENT_CONCURRENCY: '2' })).toMatchObject({ redisUrl: 'redis://y', concurrency: 2 });
  });

  it('sends mail where a server, a sender and the address of the panel are named, and says what is missing', () => {
    const given = { DATABASE_URL: 'postgres://x', SMTP_URL: 'smtp://mail.test:25', MAIL_FROM: 'panel@office.test', REGLAMENT_URL: 'https://panel.test/' };
    expect(readWorkerConfig(given).mail).toEqual({ url: 'smtp://mail.test:25', from: 'panel@office.test', panel: 'https://panel.test' });
    for (const name of ['MAIL_FROM', 'REGLAMENT_URL']) expect(() => readWorkerConfig({ ...given, [name]: '' })).toThrow(name);
  });

  it.each(['0', '-1', 'many', '1000'])('refuses %s jobs at once', (given) => {
    expect(() => readWorkerConfig({ DATABASE_URL: 'postgres://x', REGLAMENT_CONCURRENCY: given })).toThrow('REGLAMENT_CONCURRENCY');
  });
});
