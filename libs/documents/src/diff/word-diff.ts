/** A stretch of words that both texts have, that only the later or only the earlier has. Joined in order they give both texts. */
export interface WordChange {
  type: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond this many cells the table of common words is not worth its memory: the middle is told as replaced. */
const largestTable = 4_000_000;

/** What changed between two texts, word by word (a word keeps the white space behind it). Longest common subsequence. */
export function diffWords(before: string, after: string): WordChange[] {
  const [a, b] = [tokens(before), tokens(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return merged([
    { type: 'same', text: a.slice(0, head).join('') },
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { type: 'same', text: a.slice(a.length - tail).join('') },
  ]);
}

function tokens(text: string): string[] {
  return text.match(/\s*[\p{L}\p{N}]+(?:[-‑.][\p{L}\p{N}]+)*|\s*[^\s\p{L}\p{N}]|\s+$/gu) ?? [];
}

function middle(a: readonly string[], b: readonly string[]): WordChange[] {
  if (a.length * b.length > largestTable) return [{ type: 'removed', text: a.join('') }, { type: 'added', text: b.join('') }];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ type: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))) {
      changes.push({ type: 'removed', text: a[i] ?? '' });
      i += 1;
    } else {
      changes.push({ type: 'added', text: b[j] ?? '' });
      j += 1;
    }
  }
  return changes;
}

/** Neighbours of one type become one; between two unchanged stretches what was removed stands before what was added. */
function merged(changes: readonly WordChange[]): WordChange[] {
  const out: WordChange[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed !== '') out.push({ type: 'removed', text: removed });
    if (added !== '') out.push({ type: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const change of changes) {
    if (change.text === '') continue;
    if (change.type === 'removed') removed += change.text;
    else if (change.type === 'added') added += change.text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.type === 'same') last.text += change.text;
      else out.push({ ...change });
    }
  }
  flush();
  return out;
}
