import ClockIcon from '@mui/icons-material/UpdateOutlined';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatDate } from '../common/dates.js';
import { useLanguage } from '../common/use-language.js';
import { businessClockMoved, businessNow } from '../data/session-store.js';
import { useSession } from '../data/use-api.js';
import { TONES } from '../theme/tone.js';

const ClockDialog = lazy(() => import('../clock/clock-dialog.js'));

/** On a demo base: the business date, once it was moved, and for those who may move it the way to do so. */
export function ClockBadge({ compact }: { readonly compact: boolean }) {
  const translate = useTranslate();
  const language = useLanguage();
  const session = useSession();
  const [open, setOpen] = useState(false);
  if (!session?.demo) return null;
  const moved = businessClockMoved();
  const mayMove = session.may.includes('moveClock');
  if (!moved && !mayMove) return null;
  const date = formatDate(businessNow().toISOString(), language);
  const label = translate('clock.badge', { date });
  return (
    <>
      <Button size="small" disabled={!mayMove} startIcon={compact ? undefined : <ClockIcon />} title={label} aria-label={label} onClick={() => setOpen(true)} sx={{
        color: moved ? TONES.attention.text : 'text.secondary', bgcolor: moved ? TONES.attention.tint : undefined, '&.Mui-disabled': { color: TONES.attention.text }, minHeight: 32,
      }}>
        {date}
      </Button>
      {open ? <Suspense fallback={null}><ClockDialog onClose={() => setOpen(false)} /></Suspense> : null}
    </>
  );
}
