import type { OrganisationRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { Page } from '../common/page.js';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { StateView } from '../common/states.js';
import { useAll } from '../data/use-all.js';
import { OrganisationBranch } from './organisation-branch.js';
import { childrenOf } from './tree.js';

export default function OrganisationTree() {
  const translate = useTranslate();
  const title = translate('menu.organisations');
  const query = useAll<OrganisationRow>('/organisations');
  return (
    <Page title={title}>
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
