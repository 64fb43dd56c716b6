const begin = performance.now();

/**
 * One line of progress with the seconds since the command began.
 *
 * @param {string} russian @param {string} [english] unless the text already is in both languages
 */
export function say(russian, english) {
  const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} с  ${english ? `${russian} · ${english}` : russian}\n`);
}
