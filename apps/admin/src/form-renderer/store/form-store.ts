import type { DraftSaved, Finding, Locale } from '@reglament/contracts';
import { cloneJson, eachField, equalJson, judge, mergeDraft, nodeAt, parsePath, valueAt, type CompiledForm, type FormError, type MergeConflict, type Verdict } from '@reglament/forms';
import { setIn } from './set-in.js';

/** What one field's component shows. The same object until something of it changes, so only that field renders again. */
export interface FieldSnapshot {
  readonly value: unknown;
  /** What the rules calculated for the place; the value itself where nothing is calculated. */
  readonly calculated: unknown;
  readonly error: string | null;
  readonly warnings: readonly string[];
  readonly findings: readonly Finding[];
  readonly conflict: MergeConflict | null;
  readonly hidden: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
}

/** What the form as a whole shows: errors that are to be seen by now. */
export interface FormSummary { readonly errors: readonly FormError[]; readonly warnings: readonly FormError[]; readonly submitted: boolean; readonly conflicts: readonly MergeConflict[] }

export interface StoreOptions {
  readonly form: CompiledForm;
  readonly data: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly readOnly: boolean;
  /** Business time and the zone of "today"; asked for at every verdict. */
  readonly clock: () => { readonly now: string; readonly zone: string };
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly onChange?: (data: Readonly<Record<string, unknown>>) => void;
}

/** After the last keystroke; a verdict on every one would compete with typing. While someone types on, one comes at least every `MAX_WAIT`. */
const QUIET_MS = 150;
const MAX_WAIT_MS = 800;

const NO_TEXTS: readonly string[] = [];
const NO_FINDINGS: readonly Finding[] = [];

/**
 * The state of one filled form outside React: a field's component listens to its own pointer. The verdict is made off the typing path and
 * then told only to the fields for which it changed something.
 */
export class FormStore {
  private data: Record<string, unknown>;
  private verdict: Verdict;
  private locale: Locale;
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly formListeners = new Set<() => void>();
  private readonly snapshots = new Map<string, FieldSnapshot>();
  private readonly touched = new Set<string>();
  /** Fields that were left while a pointer was held down; null while none is. */
  private left: string[] | null = null;
  private readonly alwaysRequired: ReadonlySet<string>;
  private readonly calculatedPaths: ReadonlySet<string>;
  private errors = new Map<string, FormError>();
  private hidden: ReadonlySet<string> = new Set();
  private required: ReadonlySet<string> = new Set();
  private readonlyPointers: ReadonlySet<string> = new Set();
  private warnings = new Map<string, string[]>();
  private serverErrors = new Map<string, string>();
  private findings = new Map<string, Finding[]>();
  private conflicts = new Map<string, MergeConflict>();
  private submitted = false;
  private summary: FormSummary = { errors: [], warnings: [], submitted: false, conflicts: [] };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince = 0;

  constructor(private readonly options: StoreOptions) {
    this.data = cloneJson({ ...options.data });
    this.locale = options.locale;
    this.alwaysRequired = requiredPaths(options.form);
    this.calculatedPaths = new Set((options.form.definition.rules ?? []).flatMap((rule) => (rule.type === 'calculated' ? [rule.path] : [])));
    this.verdict = this.judged();
    this.takeVerdict();
  }

  get form(): CompiledForm { return this.options.form; }
  get values(): Readonly<Record<string, unknown>> { return this.data; }
  get current(): Verdict { return this.verdict; }

  readonly subscribe = (pointer: string, listener: () => void): (() => void) => {
    const set = this.listeners.get(pointer) ?? new Set();
    this.listeners.set(pointer, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0) {
        this.listeners.delete(pointer);
        this.snapshots.delete(pointer);
      }
    };
  };

  readonly subscribeForm = (listener: () => void): (() => void) => {
    this.formListeners.add(listener);
    return () => this.formListeners.delete(listener);
  };

  readonly snapshotForm = (): FormSummary => this.summary;

  readonly snapshot = (pointer: string, path: string): FieldSnapshot => {
    const known = this.snapshots.get(pointer);
    const fresh = this.read(pointer, path);
    if (known !== undefined && same(known, fresh)) return known;
    this.snapshots.set(pointer, fresh);
    return fresh;
  };

  /** `now`: judge at once (a choice was made) instead of waiting for quiet (a text is being typed). */
  set(pointer: string, value: unknown, now = false): void {
    this.data = setIn(this.data, pointer, value);
    this.serverErrors.delete(pointer);
    this.options.onChange?.(this.data);
    if (now) this.judgeNow();
    else this.judgeSoon();
    this.tellAround(pointer);
  }

  /** The person has left the field: from now on its error is shown. */
  touch(pointer: string): void {
    if (this.touched.has(pointer)) return;
    if (this.left !== null) {
      this.left.push(pointer);
      return;
    }
    this.touched.add(pointer);
    this.judgeNow();
  }

  /**
   * While a pointer is held down no message appears: a field that is left for another one by the mouse would push that one from under it, and
   * the click would go nowhere.
   */
  holdMessages(): void {
    this.left ??= [];
  }

  showMessages(): void {
    const left = this.left ?? [];
    this.left = null;
    for (const pointer of left) this.touch(pointer);
  }

  /** Verdict for sending: from now on every error is shown. */
  submit(): Verdict {
    this.submitted = true;
    this.judgeNow();
    return this.verdict;
  }

  /** Data that came from elsewhere (a merge, a loaded draft); the fields that differ render again. */
  replace(data: Readonly<Record<string, unknown>>, conflicts: readonly MergeConflict[] = []): void {
    this.data = cloneJson({ ...data });
    for (const conflict of conflicts) this.conflicts.set(conflict.pointer, conflict);
    this.judgeNow();
  }

  /** The server's answer to a draft that was `sent`, with what was typed since then merged over it. */
  merge(sent: Readonly<Record<string, unknown>>, saved: Pick<DraftSaved, 'data' | 'conflicts'>): void {
    const { merged, conflicts } = mergeDraft(sent, this.data, saved.data);
    const told = saved.conflicts.map((conflict): MergeConflict => ({ ...conflict, base: undefined }));
    if (told.length + conflicts.length === 0 && equalJson(merged, this.data)) return;
    this.replace(merged, [...told, ...conflicts]);
    // What was merged is not yet saved as it stands now.
    if (!equalJson(merged, saved.data)) this.options.onChange?.(this.data);
  }

  resolveConflict(pointer: string, takeTheirs: boolean): void {
    const conflict = this.conflicts.get(pointer);
    if (conflict === undefined) return;
    this.conflicts.delete(pointer);
    if (takeTheirs) this.set(pointer, conflict.theirs, true);
    else this.tellAll();
  }

  /** Errors of a refused request. Its body carries the form's data under `data`, so their pointers begin with that name. */
  showServerErrors(errors: readonly { readonly pointer: string; readonly message: string }[]): void {
    this.serverErrors = new Map(errors.map(({ pointer, message }) => [this.inForm(pointer), message]));
    this.submitted = true;
    this.judgeNow();
  }

  private inForm(pointer: string): string {
    const { structure } = this.options.form;
    const own = structure.kind === 'object' && structure.properties.has('data');
    return pointer.startsWith('/data/') && !own ? pointer.slice('/data'.length) : pointer;
  }

  showFindings(findings: readonly Finding[]): void {
    this.findings = new Map();
    for (const finding of findings) this.findings.set(finding.pointer, [...(this.findings.get(finding.pointer) ?? []), finding]);
    this.tellAll();
  }

  setLocale(locale: Locale): void {
    if (locale === this.locale) return;
    this.locale = locale;
    this.judgeNow();
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private judgeSoon(): void {
    const at = performance.now();
    if (this.timer === undefined) this.waitingSince = at;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(QUIET_MS, this.waitingSince + MAX_WAIT_MS - at));
    this.timer = setTimeout(() => this.judgeNow(), wait);
  }

  private judgeNow(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.verdict = this.judged();
    this.takeVerdict();
    this.tellAll();
  }

  private judged(): Verdict {
    const { form, clock, facts } = this.options;
    return judge(form, this.data, { ...clock(), locale: this.locale, mode: 'submit', ...(facts === undefined ? {} : { facts }) });
  }

  private takeVerdict(): void {
    const { errors, warnings, states } = this.verdict;
    this.errors = new Map();
    for (const error of errors) if (!this.errors.has(error.pointer)) this.errors.set(error.pointer, error);
    this.warnings = new Map();
    for (const { pointer, message } of warnings) this.warnings.set(pointer, [...(this.warnings.get(pointer) ?? []), message]);
    this.hidden = new Set(states.hidden);
    this.required = new Set(states.required);
    this.readonlyPointers = new Set(states.readonly);
    const shown = errors.filter(({ pointer }) => this.submitted || this.touched.has(pointer));
    const sent = [...this.serverErrors].filter(([pointer]) => !this.errors.has(pointer))
      .map(([pointer, message]): FormError => ({ pointer, message, code: 'rule', params: {} }));
    this.summary = { errors: [...shown, ...sent], warnings, submitted: this.submitted, conflicts: [...this.conflicts.values()] };
  }

  private read(pointer: string, path: string): FieldSnapshot {
    const value = valueAt(this.data, pointer);
    const shown = this.submitted || this.touched.has(pointer);
    return {
      value,
      calculated: this.calculatedPaths.has(path) ? valueAt(this.verdict.data, pointer) : value,
      error: (shown ? this.errors.get(pointer)?.message : undefined) ?? this.serverErrors.get(pointer) ?? null,
      warnings: this.warnings.get(pointer) ?? NO_TEXTS,
      findings: this.findings.get(pointer) ?? NO_FINDINGS,
      conflict: this.conflicts.get(pointer) ?? null,
      hidden: this.isHidden(pointer),
      required: this.alwaysRequired.has(path) || this.required.has(pointer),
      readOnly: this.options.readOnly || this.readonlyPointers.has(pointer),
    };
  }

  isHidden(pointer: string): boolean {
    if (this.hidden.size === 0) return false;
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      if (this.hidden.has(pointer.slice(0, end))) return true;
    }
    return false;
  }

  /** The field itself, the lists and groups around it, and what lies in it where a whole list was replaced. */
  private tellAround(pointer: string): void {
    for (const [other, listeners] of this.listeners) {
      if (other === pointer || pointer.startsWith(`${other}/`) || other.startsWith(`${pointer}/`)) for (const tell of listeners) tell();
    }
  }

  private tellAll(): void {
    this.summary = { ...this.summary, conflicts: [...this.conflicts.values()] };
    for (const listeners of [...this.listeners.values()]) for (const tell of listeners) tell();
    for (const tell of this.formListeners) tell();
  }
}

function same(one: FieldSnapshot, other: FieldSnapshot): boolean {
  return one.value === other.value && one.calculated === other.calculated && one.error === other.error && one.hidden === other.hidden
    && one.required === other.required && one.readOnly === other.readOnly && one.findings === other.findings && one.conflict === other.conflict
    && one.warnings.length === other.warnings.length && one.warnings.every((text, index) => text === other.warnings[index]);
}

/** Fields that the schema itself requires. */
function requiredPaths(form: CompiledForm): Set<string> {
  const required = new Set<string>();
  for (const section of form.definition.ui.sections) {
    eachField(section.fields, '', (_field, path) => {
      const steps = parsePath(path);
      const parent = steps.length === 1 ? form.structure : nodeAt(form.structure, steps.slice(0, -1));
      if (parent?.kind === 'object' && parent.required.has(steps.at(-1)?.name ?? '')) required.add(path);
    });
  }
  return required;
}
