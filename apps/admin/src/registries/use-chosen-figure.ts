import { useListContext } from 'react-admin';

export interface ChosenFigure { readonly figure: string; readonly group?: string }

/** The figure whose records the list shows; null: the list shows all that its conditions leave. Part of the list's conditions, so the address keeps it. */
export function useChosenFigure(): { readonly chosen: ChosenFigure | null; readonly choose: (next: ChosenFigure | null) => void } {
  const { filterValues, setFilters } = useListContext();
  const { figure, group, ...conditions } = filterValues as Readonly<Record<string, unknown>>;
  return {
    chosen: typeof figure === 'string' ? { figure, ...(typeof group === 'string' && { group }) } : null,
    choose: (next) => setFilters({ ...conditions, ...next }, undefined, false),
  };
}
