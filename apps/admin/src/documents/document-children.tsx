import type { InstanceView } from '@reglament/contracts';
import { ChildrenTable } from '../cases/children-table.js';
import { useApi } from '../data/use-api.js';

/** The acquaintance sheet and the control of clauses belong to the case and are shown with the document. */
export function DocumentChildren({ instance }: { readonly instance: string }) {
  const { data } = useApi<InstanceView>(`/process-instances/${instance}`);
  return <>{data?.children.map((children) => <ChildrenTable key={children.activity} view={children} />)}</>;
}
