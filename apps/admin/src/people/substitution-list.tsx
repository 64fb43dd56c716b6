import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { SubstitutionRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { ListPage } from '../common/list/list-page.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { useSession } from '../data/use-api.js';
import { SubstitutionDialog } from './substitution-dialog.js';
import { SubstitutionLine, SubstitutionState } from './substitution-line.js';

const columns: readonly Column<SubstitutionRow>[] = [
  { key: 'absent', label: 'substitution.absent', render: (row) => <b>{row.absent.title}</b> },
  { key: 'substitute', label: 'substitution.substitute', render: (row) => row.substitute.title },
  { key: 'period', label: 'substitution.period', width: 190, render: (row) => <><Moment value={row.from} day /> – <Moment value={row.to} day /></> },
  { key: 'basis', label: 'substitution.basis', width: '22%', from: 'md', render: (row) => row.basis },
  { key: 'status', label: 'case.column.state', width: 130, render: (row) => <SubstitutionState row={row} /> },
];

/** «Замещения»: who stands in for whom and when. One's own anybody sees; making them needs the right. */
export default function SubstitutionList() {
  const translate = useTranslate();
  const may = useSession()?.may.includes('manageSubstitutions') ?? false;
  const [edited, setEdited] = useState<SubstitutionRow | 'new' | null>(null);
  const title = translate('menu.substitutions');
  const edit = (row: SubstitutionRow) => (may && row.status !== 'ended' ? <Button size="small" variant="outlined" aria-label={translate('substitution.editNamed', { name: row.absent.title })} onClick={() => setEdited(row)}>{translate('substitution.edit')}</Button> : null);
  return (
    <Page title={title} actions={may ? <Button variant="contained" startIcon={<AddIcon />} onClick={() => setEdited('new')}>{translate('substitution.add')}</Button> : null}>
      <ListPage<SubstitutionRow> resource="substitutions" label={title} columns={columns} linked={false} rowActions={may ? edit : undefined} empty={{ title: 'substitution.empty', text: 'substitution.emptyText' }}
        card={(row) => <Box><SubstitutionLine row={row} />{edit(row)}</Box>} />
      {edited ? <SubstitutionDialog row={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
    </Page>
  );
}
