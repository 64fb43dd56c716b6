import { Component, type ReactNode } from 'react';
import { CrashPage } from '../common/crash-page.js';

/** A fault in one page leaves the shell standing. */
export class PageErrors extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <CrashPage /> : this.props.children;
  }
}
