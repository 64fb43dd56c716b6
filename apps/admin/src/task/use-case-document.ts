import type { DocumentSummary, InstanceView, TaskView } from '@reglament/contracts';
import { caseIdPath } from '../common/addresses.js';
import { useApi } from '../data/use-api.js';

/**
 * The document that a task is about. A task of a list (acquaintance, a clause on control) belongs to a case of its own, and the document
 * to the case above it: whoever is to read an order must be able to open it.
 */
export function useCaseDocument(task: TaskView): DocumentSummary | null {
  const own = useApi<InstanceView>(task.document === null ? caseIdPath(task.instance) : null).data;
  const above = useApi<InstanceView>(own && own.document === null && own.parent ? caseIdPath(own.parent.id) : null).data;
  return task.document ?? own?.document ?? above?.document ?? null;
}
