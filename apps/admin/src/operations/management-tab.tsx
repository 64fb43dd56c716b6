import type { CaseManagement } from '@reglament/contracts';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { useApi } from '../data/use-api.js';
import { CaseCourse } from './case-course.js';
import { ModifyCase } from './modify-case.js';

/** «Управление делом»: for those who put cases right. */
export default function ManagementTab({ instance, active }: { readonly instance: string; readonly active: boolean }) {
  const query = useApi<CaseManagement>(`/process-instances/${instance}/management`);
  if (query.data === undefined) return <Section><QueryView query={query} rows={6}>{() => null}</QueryView></Section>;
  return (
    <>
      <CaseCourse instance={instance} active={active} management={query.data} />
      {active ? <ModifyCase instance={instance} management={query.data} /> : null}
    </>
  );
}
