import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FilterIcon from '@mui/icons-material/Tune';
import { useId, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface FilterBarProps {
  readonly search: ReactNode;
  readonly filters: ReactNode;
  readonly phone: boolean;
  /** How many filters are set. */
  readonly active: number;
}

const row = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 } as const;

export function FilterBar({ search, filters, phone, active }: FilterBarProps) {
  const translate = useTranslate();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (!search && !filters) return null;
  if (!phone) return <Box className="no-print" sx={{ ...row, mb: 1.5 }}>{search}{filters}</Box>;
  return (
    <Box className="no-print" sx={{ mb: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>{search}</Box>
        {filters ? (
          <Badge badgeContent={active} color="primary">
            <Button variant="outlined" color="secondary" aria-expanded={open} aria-controls={id} aria-label={translate('list.filters')} onClick={() => setOpen(!open)} sx={{ minWidth: 44, minHeight: 40, px: 1 }}><FilterIcon /></Button>
          </Badge>
        ) : null}
      </Box>
      {open ? <Box id={id} sx={{ ...row, mt: 1 }}>{filters}</Box> : null}
    </Box>
  );
}
