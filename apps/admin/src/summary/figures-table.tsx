import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import type { IndicatorSum, SummaryVersion } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { DataTable } from '../common/list/data-table.js';
import { useLanguage } from '../common/use-language.js';
import { AnswersDialog } from './answers-dialog.js';
import { changeText, percentText, sumText } from './figures.js';

interface FiguresTableProps { readonly instance: string; readonly node: string; readonly version: SummaryVersion }

/** Indicator by indicator; every figure opens the answers that it was summed from. */
export function FiguresTable({ instance, node, version }: FiguresTableProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const [opened, setOpened] = useState<IndicatorSum | null>(null);
  const figure = (row: IndicatorSum) => (
    <Button
      size="small" onClick={() => setOpened(row)} disabled={row.answered + row.notApplicable === 0} aria-label={translate('summary.openAnswers', { name: row.name, figure: sumText(row, translate, language) })}
      sx={{ textAlign: 'left', justifyContent: 'flex-start', minHeight: 36, fontVariantNumeric: 'tabular-nums', ml: -0.75, my: -1 }}
    >
      {sumText(row, translate, language)}
    </Button>
  );
  const name = (row: IndicatorSum) => (
    <>
      {row.name}
      {row.base ? <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{translate('summary.ofBase', { base: row.base })}</Box> : null}
      {phone ? <Box sx={{ mt: 0.5 }}>{figure(row)}</Box> : null}
    </>
  );
  const columns: readonly Column<IndicatorSum>[] = [
    { key: 'name', label: 'summary.column.name', render: name },
    { key: 'figure', label: 'summary.column.figure', from: 'sm', width: '26%', render: figure },
    { key: 'percent', label: 'summary.column.percent', width: 88, align: 'right', render: (row) => <strong>{percentText(row.percent, language)}</strong> },
    { key: 'change', label: 'summary.column.change', from: 'md', width: 112, align: 'right', render: (row) => changeText(row.change, language) },
    { key: 'answered', label: 'summary.column.answered', from: 'md', width: 96, align: 'right', render: (row) => row.answered },
    { key: 'absent', label: 'summary.column.absent', from: 'lg', width: 96, align: 'right', render: (row) => row.absent },
  ];
  return (
    <>
      <DataTable label={translate('summary.table')} rows={version.indicators} rowKey={({ code }) => code} columns={columns} />
      {opened ? <AnswersDialog instance={instance} node={node} version={version.version} indicator={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}
