import { batcher } from './batcher.js';

const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

function batches(lanes: number): { readonly run: string[][]; readonly ask: (item: string) => Promise<string>; release(): void } {
  const run: string[][] = [];
  const open: (() => void)[] = [];
  const ask = batcher<string, string>({
    lanes, limit: 200, keyOf: (item) => item.charAt(0),
    run: async (items) => {
      run.push([...items]);
      await new Promise<void>((resolve) => { open.push(resolve); });
      return items.map((item) => item.toUpperCase());
    },
  });
  return { run, ask, release: () => { for (const each of open.splice(0)) each(); } };
}

describe('batches', () => {
  it('take a lone item at once, alone', async () => {
    const { run, ask, release } = batches(1);
    const answer = ask('a');
    await turn();
    expect(run).toEqual([['a']]);
    release();
    expect(await answer).toBe('A');
  });

  it('take together what was asked in one turn of the event loop, however many promises lay between', async () => {
    const { run, ask, release } = batches(2);
    const first = ask('a');
    for (let n = 0; n < 10; n += 1) await Promise.resolve();
    const second = ask('b');
    await turn();
    expect(run).toEqual([['a', 'b']]);
    release();
    expect(await Promise.all([first, second])).toEqual(['A', 'B']);
  });

  it('never carry two items of one key at once, nor in two lanes', async () => {
    const { run, ask, release } = batches(2);
    const answers = [ask('a1'), ask('a2')];
    await turn();
    expect(run).toEqual([['a1']]);
    release();
    expect(await answers[0]).toBe('A1');
    await turn();
    expect(run).toEqual([['a1'], ['a2']]);
    release();
    expect(await answers[1]).toBe('A2');
  });
});
