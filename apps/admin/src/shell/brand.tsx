import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { colour, size } from '../theme/tokens.js';

export function Brand({ compact = false }: { readonly compact?: boolean }) {
  const translate = useTranslate();
  return (
    <Box sx={{ height: size.header, display: 'flex', flex: 'none', alignItems: 'center', justifyContent: compact ? 'center' : 'flex-start', gap: 1.25, px: compact ? 0.5 : 2 }}>
      <Box component="img" src="/favicon.svg" alt="" sx={{ width: 28, height: 28 }} />
      {compact ? null : <Box component="span" sx={{ fontSize: '1.0625rem', fontWeight: 600, letterSpacing: '-0.01em', color: colour.ink }}>{translate('app.name')}</Box>}
    </Box>
  );
}
