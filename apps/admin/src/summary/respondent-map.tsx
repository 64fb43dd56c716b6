import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import type { RespondentView, StateTone, SummaryView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { caseAddress } from '../common/addresses.js';
import { Section } from '../common/section.js';
import { SelectBox } from '../common/select-box.js';
import { TermLabel } from '../common/term-label.js';
import { colour } from '../theme/tokens.js';
import { ToneChip } from '../theme/tone-chip.js';

const Grid = styled('ul')({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 232px), 1fr))' });
const Tile = styled('li')({ border: `1px solid ${colour.line}`, borderRadius: 8, padding: '8px 10px', display: 'flex', flexDirection: 'column', gap: 4, minHeight: 44, minWidth: 0 });

const TONE: Readonly<Record<RespondentView['state'], StateTone>> = { accepted: 'success', late: 'attention', excluded: 'stopped', working: 'waiting', absent: 'neutral' };
const STATES = ['accepted', 'late', 'working', 'absent', 'excluded'] as const;

/** Who has answered, who is late, who is missing: every respondent is there, with a link to the answer. */
export function RespondentMap({ view: { coverage, respondents } }: { readonly view: SummaryView }) {
  const translate = useTranslate();
  const [shown, setShown] = useState('');
  const asked = coverage.asked - coverage.excluded;
  const counter = translate('summary.answered', { done: coverage.accepted, total: asked });
  const choices = STATES.filter((state) => respondents.some((each) => each.state === state))
    .map((state) => ({ key: state, title: `${translate(`summary.stateOf.${state}`)}: ${respondents.filter((each) => each.state === state).length}` }));
  const seen = respondents.filter(({ state }) => shown === '' || state === shown);
  return (
    <Section title={translate('summary.map')} aside={<Box sx={{ fontWeight: 600, fontSize: '0.875rem' }}>{counter}</Box>}>
      <LinearProgress variant="determinate" value={Math.min(100, coverage.percent)} aria-label={counter} sx={{ height: 4, bgcolor: '#e3e7ed', mb: 1.5 }} />
      {choices.length > 1 ? <Box sx={{ maxWidth: 320, mb: 1.5 }}><SelectBox label={translate('summary.show')} value={shown} choices={choices} onChange={setShown} none={translate('summary.everybody')} /></Box> : null}
      <Grid aria-label={translate('summary.map')}>{seen.map((each) => <Respondent key={each.who.reference} view={each} />)}</Grid>
    </Section>
  );
}

function Respondent({ view: { who, state, at, part, dueAt, overdue } }: { readonly view: RespondentView }) {
  const translate = useTranslate();
  const label = state === 'working' && at ? at.title : translate(`summary.stateOf.${state}`);
  return (
    <Tile>
      <Box component={Link} to={caseAddress(part)} sx={{ fontWeight: 500, fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>{who.title}</Box>
      <Box><ToneChip tone={overdue ? 'stopped' : state === 'working' && at ? (at.tone as StateTone) : TONE[state]} label={overdue ? translate('summary.overdue', { state: label }) : label} /></Box>
      {state === 'working' && dueAt ? <Box sx={{ fontSize: '0.75rem' }}><TermLabel term={{ dueAt, dueInWorkingDays: null, overdue }} inline /></Box> : null}
    </Tile>
  );
}
