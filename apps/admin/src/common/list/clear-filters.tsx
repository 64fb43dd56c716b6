import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';

interface ClearFiltersProps {
  readonly values: Readonly<Record<string, unknown>>;
  readonly keep: readonly string[];
  readonly set: (values: Record<string, unknown>, displayed?: unknown, debounce?: boolean) => void;
}

export function ClearFilters({ values, keep, set }: ClearFiltersProps) {
  const translate = useTranslate();
  return (
    <Button variant="outlined" onClick={() => set(Object.fromEntries(Object.entries(values).filter(([name]) => keep.includes(name))), undefined, false)}>
      {translate('list.clearFilters')}
    </Button>
  );
}
