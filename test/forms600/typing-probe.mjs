/**
 * Runs inside the page. For every keydown: the time from the event to the frame that shows its effect. The frame is over when a message
 * posted from its animation callback arrives.
 */
export function installTypingProbe() {
  const times = [];
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => {
    const now = performance.now();
    while (waiting.length > 0) times.push(now - waiting.shift());
  };
  addEventListener('keydown', (event) => {
    waiting.push(event.timeStamp);
    requestAnimationFrame(() => channel.port2.postMessage(0));
  }, true);
  const slow = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') slow.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  globalThis.typingProbe = { times, slow };
}

/** @param {readonly number[]} times */
export function figures(times) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const round = (value) => Math.round(value * 10) / 10;
  return { keys: sorted.length, p50: round(at(0.5)), p95: round(at(0.95)), p99: round(at(0.99)), max: round(sorted.at(-1) ?? 0) };
}
