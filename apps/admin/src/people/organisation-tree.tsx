import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import type { OrganisationRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Page } from '../common/page.js';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { StateView } from '../common/states.js';
import { useAll } from '../data/use-all.js';
import { useSession } from '../data/use-api.js';
import { AddOrganisationDialog } from './manage/add-organisation-dialog.js';
import { OrganisationBranch } from './organisation-branch.js';
import { childrenOf } from './tree.js';

export default function OrganisationTree() {
  const translate = useTranslate();
  const title = translate('menu.organisations');
  const manage = useSession()?.may.includes('managePeople') ?? false;
  const [adding, setAdding] = useState(false);
  const query = useAll<OrganisationRow>('/organisations');
  return (
    <Page title={title} actions={manage ? <Button variant="contained" startIcon={<AddIcon />} onClick={() => setAdding(true)}>{translate('organisation.add')}</Button> : null}>
      {adding ? <AddOrganisationDialog onClose={() => setAdding(false)} /> : null}
      <Section>
        <QueryView query={query}>
          {(items) => {
            const children = childrenOf(items);
            const roots = children.get(null) ?? [];
            return roots.length === 0 ? <StateView title={translate('organisation.empty')} /> : <OrganisationBranch rows={roots} children={children} />;
          }}
        </QueryView>
      </Section>
    </Page>
  );
}
