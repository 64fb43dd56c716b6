/** `saxen` brings no types; these are of the part that is used here. */
declare module 'saxen' {
  export class Parser {
    constructor(options?: { readonly proxy?: boolean });
    ns(map?: Readonly<Record<string, string>>): this;
    on(event: string, listener: (...given: never[]) => void): this;
    parse(xml: string): unknown;
    stop(): void;
  }
}
