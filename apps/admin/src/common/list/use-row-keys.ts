import { useEffect, type RefObject } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null);

/**
 * j and k, and the arrow keys once a row has focus, walk over the row links; Enter opens by itself, as they are links. Single letters do
 * nothing while someone types (WCAG 2.1.4).
 */
export function useRowKeys(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const walk = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const rows = [...(container.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
      const at = rows.findIndex((row) => row === document.activeElement);
      // By physical key: on a Russian layout the key of «j» types «о».
      const arrows = at >= 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
      const down = event.code === 'KeyJ' || (arrows && event.key === 'ArrowDown');
      const up = event.code === 'KeyK' || (arrows && event.key === 'ArrowUp');
      if (!down && !up) return;
      const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + (down ? 1 : -1)))];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', walk);
    return () => document.removeEventListener('keydown', walk);
  }, [container]);
}
