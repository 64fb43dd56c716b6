import Box from '@mui/material/Box';
import type { DiagramView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { ToneChip } from '../theme/tone-chip.js';
import { colour } from '../theme/tokens.js';
import { inOrder } from './depths.js';
import type { DiagramNode, NodeMark, NodeMarks } from './shapes.js';

const TONE = { active: 'progress', passed: 'success', untouched: 'neutral' } as const;

const MARK_TONE: Readonly<Record<NodeMark, string>> = { added: 'success', removed: 'stopped', changed: 'attention' };

interface DiagramListProps {
  readonly diagram: DiagramView;
  readonly live: boolean;
  readonly marks?: NodeMarks;
}

/** The same map in words: every step with what it is, where it stands, and where it leads. */
export function DiagramList({ diagram, live, marks }: DiagramListProps) {
  const translate = useTranslate();
  const name = (node: DiagramNode | undefined): string => node?.title || (node ? translate(`nodeType.${node.type}`) : '');
  const markOf = ({ key }: DiagramNode) => {
    const mark = marks?.get(key);
    return mark ? <ToneChip tone={MARK_TONE[mark]} label={translate(`migration.mark.${mark}`)} /> : null;
  };
  const nodes = new Map(diagram.nodes.map((node) => [node.key, node]));
  return (
    <Box component="ol" sx={{ m: 0, p: 2, pl: 5, display: 'grid', gap: 1.25 }}>
      {inOrder(diagram).map((node) => (
        <Box component="li" key={node.key} sx={{ '&::marker': { color: colour.inkFaint } }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Box component="span" sx={{ fontWeight: 500 }}>{name(node)}</Box>
            {node.title ? <Box component="span" sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{translate(`nodeType.${node.type}`)}</Box> : null}
            {markOf(node)}
            {live ? <ToneChip tone={TONE[node.state]} label={translate(`diagram.${node.state}`) + (node.count > 1 ? ` × ${node.count}` : '')} /> : null}
          </Box>
          <Box component="ul" sx={{ m: 0, pl: 2, fontSize: '0.8125rem', color: 'text.secondary' }}>
            {diagram.flows.filter(({ from }) => from === node.key).map((flow) => {
              const event = node.boundary.find(({ key }) => key === flow.boundary);
              const label = event?.title || flow.title;
              return <li key={`${flow.to}${flow.boundary ?? ''}${flow.title ?? ''}`}>{label ? `${label} → ` : '→ '}{name(nodes.get(flow.to))}</li>;
            })}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
