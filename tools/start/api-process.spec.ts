import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../lib/processes.mjs';
import { endLeftOverApi, startApi } from './api-process.mjs';

describe('the server process', () => {
  let dataRoot: string;
  const told: string[] = [];

  beforeEach(() => {
    dataRoot = mkdtempSync(join(tmpdir(), 'api-process-'));
    told.length = 0;
  });

  afterEach(() => rmSync(dataRoot, { recursive: true, force: true }));

  /** Starts a program with this text in the place of the product's server. */
  function start(text: string): ReturnType<typeof startApi> {
    const program = join(dataRoot, 'main.mjs');
    writeFileSync(program, text);
    return startApi({ program, dataRoot, env: { ...process.env }, onProgress: (line: string) => told.push(line) });
  }

  const serving = `
    process.send({ type: 'progress', text: 'migrating' });
    process.send({ type: 'ready', url: 'http://here', accountsFile: '/accounts' });
    process.send({ type: 'played' });
    process.on('message', ({ type }) => type === 'stop' && process.exit(0));
    console.log('a line of the log');`;

  it('tells its progress and where it serves, and stops when asked', async () => {
    const api = start(serving);
    await expect(api.ready).resolves.toEqual({ url: 'http://here', accountsFile: '/accounts' });
    expect(told).toEqual(['migrating']);
    await api.played;
    await api.stop();
    await expect(api.ended).resolves.toBe(0);
    expect(readFileSync(join(dataRoot, 'reglament.log'), 'utf8')).toContain('a line of the log');
  });

  it('gives its own sentence when it cannot start', async () => {
    const api = start("process.send({ type: 'fatal', message: 'The disk is full.' }, () => process.exit(1));");
    await expect(api.ready).rejects.toMatchObject({ name: 'Refusal', message: 'The disk is full.' });
  });

  it('is reported with its log when it ends without a word', async () => {
    const api = start('process.exit(7);');
    await expect(api.ready).rejects.toThrow(/ended with code 7 .*reglament\.log/);
  });

  it('is ended although it does not listen yet while it starts', async () => {
    const api = start("setInterval(() => undefined, 1000); process.on('message', () => undefined);");
    await api.stop();
    await expect(api.ready).rejects.toMatchObject({ name: 'Refusal' });
  });

  it('that a killed start left behind is ended before the next one begins', async () => {
    const api = start(`${serving} setInterval(() => undefined, 1000);`);
    await api.ready;
    const pid = Number(readFileSync(join(dataRoot, 'api.pid'), 'utf8'));
    await endLeftOverApi(dataRoot, join(dataRoot, 'main.mjs'));
    expect(isAlive(pid)).toBe(false);
  });

  it('is not looked for among the processes of others', async () => {
    writeFileSync(join(dataRoot, 'api.pid'), String(process.pid));
    await expect(endLeftOverApi(dataRoot, join(dataRoot, 'main.mjs'))).resolves.toBeUndefined();
  });
});
