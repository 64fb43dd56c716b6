import type { FormDraftView, FormPageView } from '@reglament/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import { NotFoundPage } from '../common/not-found-page.js';
import { Page } from '../common/page.js';
import { Section } from '../common/section.js';
import { ErrorState, RowsSkeleton } from '../common/states.js';
import { api } from '../data/http.js';
import { problemOf } from '../data/problem.js';
import { useApi } from '../data/use-api.js';
import { FormBuilder } from './form-builder.js';

/** The builder of one form: opens its draft, or begins one out of the version that holds. */
export default function BuilderPage() {
  const { key = '' } = useParams();
  const translate = useTranslate();
  const base = `/form-definitions/${encodeURIComponent(key)}`;
  // Read once for one visit: what changes from here on is the builder's.
  const draft = useQuery({ queryKey: ['form-draft', key], queryFn: () => api<FormDraftView>(`${base}/draft`, { method: 'POST' }), staleTime: Infinity, gcTime: 0, retry: false });
  const page = useApi<FormPageView>(base);
  if (draft.data && page.data) return <FormBuilder key={key} opened={draft.data} page={page.data} />;
  const error = draft.error ?? page.error;
  if (problemOf(error)?.status === 404) return <NotFoundPage />;
  return (
    <Page title={translate('builder.title')} above={<Link to="/forms">{translate('menu.forms')}</Link>}>
      <Section>{error ? <ErrorState error={error} onRetry={() => { void draft.refetch(); void page.refetch(); }} /> : <RowsSkeleton rows={8} />}</Section>
    </Page>
  );
}
