import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import HelpIcon from '@mui/icons-material/HelpOutlineOutlined';
import type { TaskView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { colour } from '../theme/tokens.js';

/** «Почему у меня» or, for who only looks on, «Почему не у меня»: why the task exists, who else could do it, how the term was counted. */
export function WhyPanel({ task }: { readonly task: TaskView }) {
  const translate = useTranslate();
  return (
    <Accordion slotProps={{ heading: { component: 'h2' } }} sx={{ border: `1px solid ${colour.line}`, borderRadius: '12px !important', mb: 2 }}>
      <AccordionSummary expandIcon={<ExpandIcon />} sx={{ minHeight: 44, '& .MuiAccordionSummary-content': { alignItems: 'center', gap: 1, my: 1 } }}>
        <HelpIcon aria-hidden sx={{ fontSize: 20, color: 'text.secondary' }} />
        <span><Box component="span" sx={{ fontWeight: 600 }}>{translate(task.status === 'open' && !task.may.complete && !task.may.claim ? 'task.whyNot' : 'task.why')}</Box> <Box component="span" sx={{ color: 'text.secondary' }}>{task.whyMine}</Box></span>
      </AccordionSummary>
      <AccordionDetails sx={{ pt: 0 }}>
        <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>{task.why.map((line) => <li key={line}>{line}</li>)}</Box>
      </AccordionDetails>
    </Accordion>
  );
}
