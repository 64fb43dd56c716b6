import { gather } from './gather.js';

describe('reads that are gathered', () => {
  const pause = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

  it('go at once alone, and together while another is under way', async () => {
    const reads: string[][] = [];
    const get = gather(async (keys: readonly string[]) => {
      reads.push([...keys]);
      await pause();
      return new Map(keys.map((key) => [key, key.toUpperCase()]));
    });
    const first = get('a');
    await pause();
    const rest = [get('b'), get('c'), get('b')];
    expect(await first).toBe('A');
    expect(await Promise.all(rest)).toEqual(['B', 'C', 'B']);
    expect(reads).toEqual([['a'], ['b', 'c']]);
  });

  it('that were asked after one began are answered by the next: it sees what was written meanwhile', async () => {
    let stored = 1;
    const get = gather(async (keys: readonly string[]) => {
      const seen = stored;
      await pause();
      return new Map(keys.map((key) => [key, seen]));
    });
    const before = get('a');
    await pause();
    stored = 2;
    const after = get('a');
    expect([await before, await after]).toEqual([1, 2]);
  });

  it('go together when they were asked for in one turn of the event loop', async () => {
    const reads: string[][] = [];
    const get = gather((keys: readonly string[]) => {
      reads.push([...keys]);
      return Promise.resolve(new Map(keys.map((key) => [key, key])));
    });
    const first = get('a');
    await Promise.resolve();
    expect(await Promise.all([first, get('b')])).toEqual(['a', 'b']);
    expect(reads).toEqual([['a', 'b']]);
  });

  it('tell a fault to everyone who waited for it, and go on', async () => {
    let broken = true;
    const get = gather((keys: readonly string[]) => (broken ? Promise.reject(new Error('gone')) : Promise.resolve(new Map(keys.map((key) => [key, 1])))));
    await expect(Promise.all([get('a'), get('b')])).rejects.toThrow('gone');
    broken = false;
    expect(await get('a')).toBe(1);
    expect(await get('a')).toBe(1);
  });

  it('give nothing where there is nothing', async () => {
    expect(await gather(() => Promise.resolve(new Map<string, string>()))('a')).toBeUndefined();
  });
});
