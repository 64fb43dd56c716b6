import type { InstanceView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { idFromAddress } from '../common/addresses.js';
import { Page } from '../common/page.js';
import { Section } from '../common/section.js';
import { ErrorState, RowsSkeleton } from '../common/states.js';
import { useApi } from '../data/use-api.js';
import { CaseScreen } from './case-screen.js';

export default function CasePage() {
  const { id } = useParams();
  const translate = useTranslate();
  const query = useApi<InstanceView>(`/process-instances/${encodeURIComponent(idFromAddress(id))}`);
  if (query.data) return <CaseScreen key={id} view={query.data} />;
  return <Page title={translate('case.title')}><Section>{query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <RowsSkeleton rows={8} />}</Section></Page>;
}
