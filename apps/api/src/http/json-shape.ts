/** A JSON text is refused before anything parses it: nesting that would exhaust the validator's stack, and names given twice. */
export const MAX_DEPTH = 64;

export type JsonShapeFault = 'tooDeep' | 'duplicateName';

const OPEN_OBJECT = 0x7b, CLOSE_OBJECT = 0x7d, OPEN_ARRAY = 0x5b, CLOSE_ARRAY = 0x5d, QUOTE = 0x22, BACKSLASH = 0x5c, COLON = 0x3a;

/** Null where the shape is fine. Does not judge the grammar: `JSON.parse` does that afterwards. */
export function jsonShapeFault(text: string): JsonShapeFault | null {
  const names: (Set<string> | null)[] = [];
  let lastString = '';
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        if (names.length >= MAX_DEPTH) return 'tooDeep';
        names.push(text.charCodeAt(at) === OPEN_OBJECT ? new Set() : null);
        break;
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        names.pop();
        break;
      case QUOTE: {
        const end = endOfString(text, at);
        lastString = text.slice(at + 1, end);
        at = end;
        break;
      }
      case COLON: {
        const seen = names.at(-1);
        const name = plainName(lastString);
        if (seen?.has(name)) return 'duplicateName';
        seen?.add(name);
        break;
      }
      default:
    }
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

/** `"\u0061"` and `"a"` are one name. */
function plainName(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
