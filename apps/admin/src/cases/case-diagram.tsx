import type { DiagramView } from '@reglament/contracts';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { useApi } from '../data/use-api.js';
import { ProcessDiagram } from '../definitions/process-diagram.js';

/** Where the case stands on the map of its process. */
export default function CaseDiagram({ instance }: { readonly instance: string }) {
  const query = useApi<DiagramView>(`/process-instances/${instance}/diagram`);
  return <Section flush><QueryView query={query} rows={8}>{(diagram) => <ProcessDiagram diagram={diagram} live />}</QueryView></Section>;
}
