export function pause(milliseconds) {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}

/** @throws Error when it does not come to hold in time: then something is broken, however slow the machine is. */
export async function until(holds, within, what) {
  const end = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${within / 1000} s: ${what}`);
    await pause(50);
  }
}
