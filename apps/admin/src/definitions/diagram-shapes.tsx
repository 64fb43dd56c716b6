import Box from '@mui/material/Box';
import GearIcon from '@mui/icons-material/SettingsOutlined';
import PersonIcon from '@mui/icons-material/PersonOutlined';
import DocumentIcon from '@mui/icons-material/DescriptionOutlined';
import ApprovalIcon from '@mui/icons-material/HowToRegOutlined';
import SubIcon from '@mui/icons-material/AddBoxOutlined';
import TimerIcon from '@mui/icons-material/TimerOutlined';
import TouchIcon from '@mui/icons-material/TouchAppOutlined';
import MessageIcon from '@mui/icons-material/MailOutlined';
import AnyOrderIcon from '@mui/icons-material/ChecklistOutlined';
import CallIcon from '@mui/icons-material/AccountTreeOutlined';
import SignalIcon from '@mui/icons-material/CampaignOutlined';
import ErrorIcon from '@mui/icons-material/BoltOutlined';
import EscalationIcon from '@mui/icons-material/NorthOutlined';
import ConditionIcon from '@mui/icons-material/RuleOutlined';
import CancelIcon from '@mui/icons-material/CloseOutlined';
import SendIcon from '@mui/icons-material/SendOutlined';
import ReceiveIcon from '@mui/icons-material/MarkEmailUnreadOutlined';
import TableIcon from '@mui/icons-material/TableChartOutlined';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { ComponentType } from 'react';
import { TONES } from '../theme/tone.js';
import { colour } from '../theme/tokens.js';
import type { DiagramNode, NodeMark } from './shapes.js';

/** `beside`: names stand at the left of circles and diamonds, as the flow goes down. */
export type ShapeData = { readonly node: DiagramNode; readonly beside: boolean; readonly mark?: NodeMark };
type Props = NodeProps<Node<ShapeData>>;

const ICONS: Readonly<Record<string, ComponentType<SvgIconProps>>> = {
  userTask: PersonIcon, approvalTask: ApprovalIcon, documentTask: DocumentIcon, serviceTask: GearIcon, subProcess: SubIcon, adHocSubProcess: AnyOrderIcon, callActivity: CallIcon, businessRuleTask: TableIcon, sendTask: SendIcon, receiveTask: ReceiveIcon,
};

const MARKS = { timer: TimerIcon, action: TouchIcon, message: MessageIcon, signal: SignalIcon, error: ErrorIcon, escalation: EscalationIcon, condition: ConditionIcon, cancel: CancelIcon } as const;

/** The marks of BPMN inside the diamond. */
const GATEWAY_MARKS: Readonly<Record<string, string>> = { parallelGateway: '+', exclusiveGateway: '×', inclusiveGateway: '○', eventBasedGateway: '◎' };

const LOOK = {
  active: { border: `2.5px solid ${colour.brand}`, bg: colour.brandTint },
  passed: { border: `1.5px solid ${TONES.success.text}`, bg: '#f0f9f3' },
  untouched: { border: `1.5px solid #8d99a8`, bg: '#fff' },
} as const;

/** Beside another version: what came, what went, what is different. The list says the same in words. */
const MARKED: Readonly<Record<NodeMark, { readonly border: string; readonly bg: string }>> = {
  added: { border: `2.5px solid ${TONES.success.text}`, bg: TONES.success.tint },
  removed: { border: `2.5px dashed ${TONES.stopped.text}`, bg: TONES.stopped.tint },
  changed: { border: `2.5px solid ${TONES.attention.text}`, bg: TONES.attention.tint },
};

const lookOf = ({ node, mark }: ShapeData): { readonly border: string; readonly bg: string } => (mark ? MARKED[mark] : LOOK[node.state]);

const hidden = { opacity: 0, width: 1, height: 1, minWidth: 1, minHeight: 1, border: 0 } as const;

function Handles() {
  return (
    <>
      <Handle type="target" position={Position.Left} id="left" style={hidden} />
      <Handle type="target" position={Position.Top} id="top" style={hidden} />
      {(['right', 'bottom'] as const).flatMap((id) => {
        const position = id === 'right' ? Position.Right : Position.Bottom;
        return [<Handle key={`s${id}`} type="source" position={position} id={id} style={hidden} />, <Handle key={`t${id}`} type="target" position={position} id={id} style={hidden} />];
      })}
    </>
  );
}

/** The dot of a token with how many stand there. */
function Token({ node }: { readonly node: DiagramNode }) {
  if (node.state !== 'active') return null;
  return <Box sx={{ position: 'absolute', top: -9, right: -9, minWidth: 20, height: 20, px: 0.5, borderRadius: '10px', bgcolor: colour.brand, color: '#fff', fontSize: 11, fontWeight: 700, lineHeight: '20px', textAlign: 'center' }}>{Math.max(1, node.count)}</Box>;
}

const sideways = { position: 'absolute', right: '100%', top: '50%', transform: 'translateY(-50%)', mr: 0.75, width: 130, textAlign: 'right', fontSize: 11, lineHeight: 1.25, color: colour.ink } as const;
const under = { position: 'absolute', top: '100%', left: '50%', transform: 'translateX(-50%)', mt: 0.5, width: 120, textAlign: 'center', fontSize: 11, lineHeight: 1.25, color: colour.ink } as const;

export function ActivityShape({ data }: Props) {
  const { node } = data;
  const Icon = ICONS[node.type];
  const look = lookOf(data);
  return (
    <Box sx={{ position: 'relative', width: '100%', height: '100%', display: 'flex', alignItems: 'center', gap: 0.75, px: 1.25, borderRadius: '10px', border: look.border, bgcolor: look.bg, fontSize: 12.5, lineHeight: 1.25, color: colour.ink }}>
      {Icon ? <Icon aria-hidden sx={{ fontSize: 18, color: colour.inkSoft, alignSelf: 'flex-start', mt: 1 }} /> : null}
      <span>{node.title}</span>
      <Token node={node} />
      <Box sx={{ position: 'absolute', bottom: -11, left: 14, display: 'flex', gap: 0.5 }}>
        {node.boundary.map((event) => {
          const Mark = Object.hasOwn(MARKS, event.type) ? MARKS[event.type as keyof typeof MARKS] : MARKS.action;
          return <Box key={event.key} title={event.title} sx={{ width: 22, height: 22, borderRadius: '50%', bgcolor: '#fff', border: `1.5px ${event.interrupting ? 'solid' : 'dashed'} ${colour.inkSoft}`, display: 'grid', placeItems: 'center' }}><Mark titleAccess={event.title} sx={{ fontSize: 14, color: colour.inkSoft }} /></Box>;
        })}
      </Box>
      <Handles />
    </Box>
  );
}

export function EventShape({ data }: Props) {
  const { node, beside } = data;
  const look = lookOf(data);
  return (
    <Box sx={{ position: 'relative', width: '100%', height: '100%' }}>
      <Box sx={{ width: '100%', height: '100%', borderRadius: '50%', border: look.border, borderWidth: node.type === 'endEvent' ? 3.5 : 1.5, bgcolor: look.bg }} />
      <Box sx={beside ? sideways : under}>{node.title}</Box>
      <Token node={node} />
      <Handles />
    </Box>
  );
}

export function GatewayShape({ data }: Props) {
  const { node, beside } = data;
  const look = lookOf(data);
  return (
    <Box sx={{ position: 'relative', width: '100%', height: '100%' }}>
      <Box sx={{ position: 'absolute', inset: '6px', transform: 'rotate(45deg)', border: look.border, bgcolor: look.bg, borderRadius: '3px' }} />
      <Box aria-hidden sx={{ position: 'absolute', inset: 0, display: 'grid', placeItems: 'center', fontSize: 22, lineHeight: 1, color: colour.inkSoft }}>{GATEWAY_MARKS[node.type] ?? ''}</Box>
      <Box sx={beside ? sideways : under}>{node.title}</Box>
      <Handles />
    </Box>
  );
}
