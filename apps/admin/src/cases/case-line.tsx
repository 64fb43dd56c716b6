import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import CheckIcon from '@mui/icons-material/Check';
import type { DiagramView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { useApi } from '../data/use-api.js';
import { colour } from '../theme/tokens.js';
import { mainPath, type Step } from './main-path.js';

function Mark({ step, number }: { readonly step: Step; readonly number: number }) {
  const active = step.state === 'active';
  const passed = step.state === 'passed';
  return (
    <Box aria-hidden sx={{ width: 22, height: 22, flex: 'none', borderRadius: '50%', display: 'grid', placeItems: 'center', fontSize: '0.75rem', fontWeight: 600, border: `1.5px solid ${active || passed ? colour.brand : colour.lineStrong}`, bgcolor: active ? colour.brand : passed ? colour.brandTint : colour.surface, color: active ? '#fff' : passed ? colour.brand : colour.inkFaint }}>
      {passed ? <CheckIcon sx={{ fontSize: 14 }} /> : number}
    </Box>
  );
}

/** The way of the case in words: what is behind, where it stands, what is ahead. */
export function CaseLine({ instance }: { readonly instance: string }) {
  const translate = useTranslate();
  const { data } = useApi<DiagramView>(`/process-instances/${instance}/diagram`);
  const steps = data ? mainPath(data) : [];
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  if (steps.length < 2) return null;
  const here = steps.filter(({ state }) => state === 'active');
  if (phone && here.length > 0) {
    const number = 1 + steps.findIndex(({ state }) => state === 'active');
    return <Box sx={{ mb: 1.5, fontSize: '0.8125rem', fontWeight: 600 }}>{translate('case.step', { number, total: steps.length, titles: here.map(({ title }) => title).join(', ') })}</Box>;
  }
  return (
    <Box component="ol" aria-label={translate('case.line')} className="no-print" sx={{ listStyle: 'none', m: 0, mb: 2, p: 1.5, display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 1, bgcolor: colour.surface, border: `1px solid ${colour.line}`, borderRadius: '12px' }}>
      {steps.map((step, index) => (
        <Box component="li" key={step.key} aria-current={step.state === 'active' ? 'step' : undefined} sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: '0.8125rem', fontWeight: step.state === 'active' ? 600 : 400, color: step.state === 'untouched' ? 'text.secondary' : 'text.primary' }}>
          <Mark step={step} number={index + 1} />
          {step.title}
          <span className="visually-hidden">: {translate(`diagram.${step.state}`)}</span>
        </Box>
      ))}
    </Box>
  );
}
