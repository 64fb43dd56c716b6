import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { IndicatorSum, SummaryAnswer } from '@reglament/contracts';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { caseAddress } from '../common/addresses.js';
import type { Column } from '../common/list/column.js';
import { DataTable } from '../common/list/data-table.js';
import { QueryView } from '../common/query-view.js';
import { useLanguage } from '../common/use-language.js';
import { useApi } from '../data/use-api.js';
import { ToneChip } from '../theme/tone-chip.js';
import { answerText, percentText, sumText } from './figures.js';

interface AnswersDialogProps {
  readonly instance: string;
  readonly node: string;
  readonly version: number;
  readonly indicator: IndicatorSum;
  readonly onClose: () => void;
}

/** The answers behind one figure, as they were when it was summed. */
export function AnswersDialog({ instance, node, version, indicator, onClose }: AnswersDialogProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const id = useId();
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const query = useApi<readonly SummaryAnswer[]>(`/process-instances/${instance}/summaries/${encodeURIComponent(node)}/${version}/answers`, { code: indicator.code });
  const columns: readonly Column<SummaryAnswer>[] = [
    {
      key: 'who', label: 'summary.column.who',
      render: (row) => (
        <>
          <Link to={caseAddress(row.part)}>{row.who.title}</Link>
          {row.late ? <Box sx={{ mt: 0.5 }}><ToneChip tone="attention" label={translate('summary.stateOf.late')} /></Box> : null}
          {row.comment ? <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{row.comment}</Box> : null}
        </>
      ),
    },
    { key: 'answer', label: 'summary.column.answer', render: (row) => <>{answerText(row, translate, language)}{phone && row.percent !== null ? <Box>{percentText(row.percent, language)}</Box> : null}</> },
    ...(indicator.type === 'ratio' ? [{ key: 'percent', label: 'summary.column.percent', from: 'sm', align: 'right', width: 88, render: (row) => percentText(row.percent, language) } satisfies Column<SummaryAnswer>] : []),
  ];
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{indicator.name}</DialogTitle>
      <DialogContent>
        <Box sx={{ mb: 1.5 }}>
          {translate('summary.altogether', { figure: sumText(indicator, translate, language) })}
          {indicator.percent === null ? null : <> = <strong>{percentText(indicator.percent, language)}</strong></>}
        </Box>
        <QueryView query={query}>{(rows) => <DataTable label={indicator.name} rows={rows} rowKey={({ who }) => who.reference} columns={columns} />}</QueryView>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{translate('action.close')}</Button></DialogActions>
    </Dialog>
  );
}
