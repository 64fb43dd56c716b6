import type { MailRow, StateTone } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { ToneChip } from '../theme/tone-chip.js';

const TONES: Readonly<Record<MailRow['state'], StateTone>> = { waiting: 'waiting', sent: 'success', failed: 'stopped' };

export function MailState({ state }: { readonly state: MailRow['state'] }) {
  const translate = useTranslate();
  return <ToneChip tone={TONES[state]} label={translate(`mail.${state}`)} />;
}
