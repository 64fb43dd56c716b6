import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { ListBase, useTranslate } from 'react-admin';
import { shownInPlace } from '../common/list/list-page.js';
import { Page } from '../common/page.js';
import { SubstitutionHint } from '../shell/substitution-hint.js';
import { WorklistTabs } from './worklist-tabs.js';
import { WorklistView } from './worklist-view.js';

/** «Мои задачи»: where every working day begins. The list remembers tab, filters and sort of the last visit. */
export function Worklist() {
  const translate = useTranslate();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  return (
    <Page title={translate('worklist.title')}>
      {narrow ? <SubstitutionHint block /> : null}
      <ListBase resource="tasks" storeKey="worklist" perPage={25} queryOptions={{ onError: shownInPlace }} filterDefaultValues={{ scope: 'mine' }} sort={{ field: 'dueAt', order: 'ASC' }}>
        <WorklistTabs />
        <WorklistView />
      </ListBase>
    </Page>
  );
}
