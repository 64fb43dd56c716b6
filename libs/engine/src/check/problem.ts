import type { Locale } from '@reglament/contracts';

/** A text for people in both languages: the product answers in the one that is asked for. */
export type BothTexts = Readonly<Record<Locale, string>>;

export type ProblemCode =
  | 'definition.wrongType' | 'definition.missing' | 'definition.unknownKey' | 'definition.wrongValue' | 'definition.unknownNodeType' | 'definition.tooDeep'
  | 'flow.unknownTarget' | 'flow.leavesScope' | 'flow.intoStart' | 'flow.unreachable' | 'flow.noWayOut' | 'flow.joinNeverFires' | 'flow.joinMayWait'
  | 'scope.unknown' | 'start.eventInside' | 'start.noSuchDay' | 'scope.circular' | 'scope.startMissing' | 'scope.startTwice' | 'scope.endMissing'
  | 'gateway.conditionMissing' | 'gateway.defaultTwice' | 'gateway.defaultWithCondition' | 'gateway.noDefault' | 'gateway.notAnEvent'
  | 'node.performersMissing' | 'node.outcomesMissing' | 'node.nextMissing' | 'node.notForOperation' | 'node.outcomesDiffer' | 'node.boundaryTwice' | 'node.dueMissing' | 'node.repeatInterrupts' | 'node.notForEvent' | 'node.loopBesideForEach' | 'node.outputBesideForEach'
  | 'event.linkWithoutPair' | 'event.linkTwice' | 'event.mustInterrupt' | 'event.neverComes' | 'event.caughtTwice' | 'event.notHere' | 'compensation.handlerInFlow' | 'compensation.unknownHandler'
  | 'term.notHere' | 'term.notADuration'
  | 'reference.unknownState' | 'reference.unknownVariable' | 'reference.undeclaredVariable' | 'reference.reservedName' | 'reference.unknownForm'
  | 'reference.unknownHandler' | 'reference.unknownDecision' | 'reference.unknownProcess' | 'reference.unknownInput' | 'reference.unknownNode' | 'reference.notInChild'
  | 'decision.gap' | 'decision.overlap' | 'expression.broken';

/** Something wrong with a definition: where, what was found, what was expected, what to do. `error` keeps it from being published. */
export interface DefinitionProblem {
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  readonly file: string;
  /** JSON pointer (RFC 6901) into the document. */
  readonly pointer: string;
  readonly found: string;
  readonly expected: string;
  readonly message: BothTexts;
  readonly remedy: BothTexts;
}

/** A problem before it is known from which file the document came. */
export type Finding = Omit<DefinitionProblem, 'file'>;

/** RFC 6901: `~` and `/` inside a key are escaped. */
export function pointerTo(...path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What was found, short enough for one line. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
