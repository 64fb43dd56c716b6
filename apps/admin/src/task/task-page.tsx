import type { TaskView } from '@reglament/contracts';
import { useParams } from 'react-router';
import { useTranslate } from 'react-admin';
import { idFromAddress } from '../common/addresses.js';
import { Page } from '../common/page.js';
import { Section } from '../common/section.js';
import { ErrorState, RowsSkeleton } from '../common/states.js';
import { useApi } from '../data/use-api.js';
import { TaskScreen } from './task-screen.js';

export default function TaskPage() {
  const { id } = useParams();
  const translate = useTranslate();
  const query = useApi<TaskView>(`/tasks/${encodeURIComponent(idFromAddress(id))}`);
  if (query.data) return <TaskScreen key={id} task={query.data} />;
  return (
    <Page title={translate('task.title')}>
      <Section>{query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <RowsSkeleton rows={8} />}</Section>
    </Page>
  );
}
