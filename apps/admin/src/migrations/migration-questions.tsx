import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { MigrationQuestion, TermsDecision } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { SelectBox } from '../common/select-box.js';
import type { Decisions } from './migration-section.js';

interface MigrationQuestionsProps { readonly questions: readonly MigrationQuestion[]; readonly decided: Decisions; readonly onDecide: (decisions: Decisions) => void }

/** What somebody must decide for some of the cases. A decision that was made stays in sight, so that it can be made otherwise. */
export function MigrationQuestions({ questions, decided, onDecide }: MigrationQuestionsProps) {
  const translate = useTranslate();
  const isDecided = Object.keys(decided.nodes).length + Object.keys(decided.terms).length + Object.keys(decided.variables).length > 0;
  if (questions.length === 0 && !isDecided) return null;
  return (
    <Alert severity={questions.length > 0 ? 'warning' : 'success'} sx={{ '& .MuiAlert-message': { width: '100%' } }}>
      <Box component="h3" sx={{ m: 0, mb: 1, fontSize: '0.875rem', fontWeight: 600 }}>{translate(questions.length > 0 ? 'migration.decide' : 'migration.decided')}</Box>
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 640 }}>
        {questions.map((question) => <Question key={keyOf(question)} question={question} decided={decided} onDecide={onDecide} />)}
      </Box>
      {isDecided ? <Button size="small" color="secondary" sx={{ mt: 1 }} onClick={() => onDecide({ nodes: {}, terms: {}, variables: {} })}>{translate('migration.anew')}</Button> : null}
    </Alert>
  );
}

const keyOf = (question: MigrationQuestion): string => `${question.kind} ${question.node} ${question.kind === 'data' ? question.variable : ''}`;

function Question({ question, decided, onDecide }: { readonly question: MigrationQuestion; readonly decided: Decisions; readonly onDecide: (decisions: Decisions) => void }) {
  const translate = useTranslate();
  const values = { step: question.title, cases: question.cases };
  switch (question.kind) {
    case 'terms':
      return (
        <SelectBox
          label={translate('migration.question.terms', values)} value="" none={translate('migration.notDecided')}
          choices={[{ key: 'keep', title: translate('migration.keep') }, { key: 'recompute', title: translate('migration.recompute') }]}
          onChange={(choice) => onDecide({ ...decided, terms: { ...decided.terms, [question.node]: choice as TermsDecision } })}
        />
      );
    case 'node':
      return (
        <SelectBox
          label={translate('migration.question.node', values)} value="" none={translate('migration.notDecided')}
          choices={question.candidates.map(({ node, title }) => ({ key: node, title: node === question.suggested ? translate('migration.likely', { title }) : title }))}
          onChange={(node) => onDecide({ ...decided, nodes: { ...decided.nodes, [question.node]: node } })}
        />
      );
    case 'data':
      return <DataQuestion label={translate('migration.question.data', { ...values, name: question.variable })} onGive={(value) => onDecide({ ...decided, variables: { ...decided.variables, [question.variable]: value } })} />;
  }
}

/** A value for cases that have none: a number where it reads as one, a text otherwise; nothing at all is an answer too. */
function DataQuestion({ label, onGive }: { readonly label: string; readonly onGive: (value: unknown) => void }) {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <TextField label={label} value={typed} onChange={(event) => setTyped(event.target.value)} sx={{ flex: '1 1 240px' }} />
      <Button variant="outlined" disabled={typed.trim() === ''} onClick={() => onGive(valueOf(typed.trim()))}>{translate('migration.give')}</Button>
      <Button color="secondary" onClick={() => onGive(null)}>{translate('migration.leaveEmpty')}</Button>
    </Box>
  );
}

function valueOf(typed: string): unknown {
  if (/^-?\d{1,15}([.,]\d+)?$/.test(typed)) return Number(typed.replace(',', '.'));
  return typed;
}
