interface Asked<Value> { readonly answer: (value: Value | undefined) => void; readonly fail: (error: unknown) => void }

/**
 * Reads by key, many at once: what is asked while a read is under way waits and then goes in one. Nobody waits for company: the first
 * goes alone. A read begins after everything in it was asked, so a row that was written before asking is always seen.
 */
export function gather<Key, Value>(read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>): (key: Key) => Promise<Value | undefined> {
  let waiting = new Map<Key, Asked<Value>[]>();
  let busy = false;

  const start = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (waiting.size > 0) {
      const going = waiting;
      waiting = new Map();
      try {
        const found = await read([...going.keys()]);
        for (const [key, all] of going) for (const { answer } of all) answer(found.get(key));
      } catch (error) {
        for (const all of going.values()) for (const { fail } of all) fail(error);
      }
    }
    busy = false;
  };

  return (key) => new Promise((answer, fail) => {
    const asked = waiting.get(key);
    if (asked) asked.push({ answer, fail });
    else waiting.set(key, [{ answer, fail }]);
    // At the end of this turn of the event loop: what the requests that came together ask for goes together.
    setImmediate(() => { void start(); });
  });
}
