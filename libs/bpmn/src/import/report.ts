import type { Locale } from '@reglament/contracts';
import { idOf, type XmlElement } from '../xml/xml-element.js';

/** A sentence in both languages. */
export type BothTexts = Readonly<Record<Locale, string>>;

/**
 * What became of an element. `mapped`: it means here what it means in BPMN. `approximated`: it was imported, but says less or something
 * near; the sentence says what. `refused`: it could not be imported, and with it nothing of the file is.
 */
export type Verdict = 'mapped' | 'approximated' | 'refused';

export interface ReportEntry {
  readonly verdict: Verdict;
  /** Id of the element; of its nearest holder where it has none. */
  readonly element: string;
  /** BPMN's name of it: `userTask`. */
  readonly type: string;
  readonly name: string | null;
  /** Key of the definition, and of the node that came of it. */
  readonly process: string | null;
  readonly node: string | null;
  /** What there is to say; empty for what is simply mapped. */
  readonly message: BothTexts | null;
}

export interface Report {
  readonly entries: ReportEntry[];
  readonly mapped: (element: XmlElement, place: Place) => void;
  readonly approximated: (element: XmlElement, place: Place, russian: string, english: string) => void;
  readonly refused: (element: XmlElement, place: Place, russian: string, english: string) => void;
}

export interface Place { readonly process?: string; readonly node?: string; /** Names the element where it has no id. */ readonly holder?: string }

export function createReport(): Report {
  const entries: ReportEntry[] = [];
  const add = (verdict: Verdict, element: XmlElement, place: Place, message: BothTexts | null): void => {
    entries.push({
      verdict, element: idOf(element) ?? place.holder ?? `<${element.name}>`, type: element.name, name: element.attributes.get('name') ?? null,
      process: place.process ?? null, node: place.node ?? null, message,
    });
  };
  return {
    entries,
    mapped: (element, place) => add('mapped', element, place, null),
    approximated: (element, place, ru, en) => add('approximated', element, place, { ru, en }),
    refused: (element, place, ru, en) => add('refused', element, place, { ru, en }),
  };
}
