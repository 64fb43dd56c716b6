import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A line of a page as pdftotext sees it, in millimetres from the page's upper left corner. */
export interface PageLine { text: string; left: number; right: number; top: number; bottom: number; words: { text: string; left: number; right: number }[] }

export const hasPdftotext = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const mm = (points: string | undefined) => (Number(points) / 72) * 25.4;

/** The lines of each page of a PDF, from top to bottom; words of one baseline are one line. */
export function readPageLines(pdf: Uint8Array): PageLine[][] {
  const folder = mkdtempSync(join(tmpdir(), 'page-lines-'));
  try {
    writeFileSync(join(folder, 'document.pdf'), pdf);
    const xml = execFileSync('pdftotext', ['-bbox', join(folder, 'document.pdf'), '-'], { maxBuffer: 64_000_000 }).toString('utf8');
    return xml.split('<page ').slice(1).map(linesOfPage);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function linesOfPage(xml: string): PageLine[] {
  const words = [...xml.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/gu)]
    .map((match) => ({ left: mm(match[1]), top: mm(match[2]), right: mm(match[3]), bottom: mm(match[4]), text: (match[5] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&') }));
  const lines: (typeof words)[] = [];
  for (const word of words) {
    const line = lines.find(([first]) => first !== undefined && Math.abs(first.bottom - word.bottom) < 0.7);
    if (line) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => [...line].sort((a, b) => a.left - b.left)).map((line) => ({
    text: line.map((word) => word.text).join(' '), words: line,
    left: Math.min(...line.map((word) => word.left)), right: Math.max(...line.map((word) => word.right)),
    top: Math.min(...line.map((word) => word.top)), bottom: Math.max(...line.map((word) => word.bottom)),
  })).sort((a, b) => a.bottom - b.bottom);
}
