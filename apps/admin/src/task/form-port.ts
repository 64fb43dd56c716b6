import type { Finding } from '@reglament/contracts';

export type FormData = Readonly<Record<string, unknown>>;

/** What a page asks of the form that it shows; the renderer behind it may change, the pages do not. */
export interface FormPort {
  /** Shows every error from now on; the data to send, or null where the form is not valid. */
  submit(): FormData | null;
  values(): FormData;
  showServerErrors(errors: readonly { readonly pointer: string; readonly message: string }[]): void;
  showFindings(findings: readonly Finding[]): void;
  /** Puts in data that came from elsewhere: a merged draft. */
  replace(data: FormData): void;
  /** Takes over a saved draft: what was typed since `sent` went off stays on top of what another device has saved. */
  merge(sent: FormData, saved: FormData): void;
  /** Goes to a field; false where the form does not show it. */
  focus(pointer: string): boolean;
  /** The words by which a person knows the place, for lists of findings and conflicts. */
  labelOf(pointer: string): string;
}
