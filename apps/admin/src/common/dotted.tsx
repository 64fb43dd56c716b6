import { Children, Fragment, type ReactNode } from 'react';

/** Facts in one line, «a · b · c»; a dot never begins a line, as it is bound to the word before it. */
export function Dotted({ children }: { readonly children: ReactNode }) {
  const parts = Children.toArray(children).filter((part) => part !== '');
  return <>{parts.map((part, index) => <Fragment key={index}>{index > 0 ? '\u00a0· ' : ''}{part}</Fragment>)}</>;
}
