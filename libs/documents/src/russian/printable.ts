/** Signs that neither XML nor a font knows: control characters, lone surrogates, non-characters. A tab becomes a space. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text that can stand in DOCX and PDF alike. */
export function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(unprintable, '');
}
