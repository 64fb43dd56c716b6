import type { ReactNode } from 'react';

/** One column of a list. The first column carries the row's link. */
export interface Column<Row> {
  readonly key: string;
  /** Message key of the head. */
  readonly label: string;
  /** The head itself, where the words come with the data; `label` is then only its name. */
  readonly heading?: string;
  readonly render: (row: Row) => ReactNode;
  /** Name of the server's sort; without it the column cannot be sorted. */
  readonly sort?: string;
  readonly width?: number | string;
  readonly align?: 'left' | 'right';
  /** Hidden below this width, most dispensable first. */
  readonly from?: 'sm' | 'md' | 'lg';
  /** Plain text for CSV. */
  readonly text?: (row: Row) => string;
}
