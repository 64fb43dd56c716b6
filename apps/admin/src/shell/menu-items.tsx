import type { SvgIconProps } from '@mui/material/SvgIcon';
import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import CasesIcon from '@mui/icons-material/FolderOutlined';
import DefinitionsIcon from '@mui/icons-material/AccountTreeOutlined';
import DocumentsIcon from '@mui/icons-material/DescriptionOutlined';
import FormsIcon from '@mui/icons-material/ListAltOutlined';
import IncidentsIcon from '@mui/icons-material/ReportGmailerrorredOutlined';
import JournalsIcon from '@mui/icons-material/MenuBookOutlined';
import MailIcon from '@mui/icons-material/MailOutlined';
import OperationsIcon from '@mui/icons-material/PlaylistPlayOutlined';
import OrganisationsIcon from '@mui/icons-material/ApartmentOutlined';
import RegistriesIcon from '@mui/icons-material/InventoryOutlined';
import PeopleIcon from '@mui/icons-material/PeopleOutlined';
import SubstitutionsIcon from '@mui/icons-material/SwapHorizOutlined';
import TasksIcon from '@mui/icons-material/TaskAltOutlined';
import type { Permission } from '@reglament/contracts';
import type { ComponentType } from 'react';

export interface MenuEntry {
  readonly to: string;
  readonly label: string;
  readonly icon: ComponentType<SvgIconProps>;
  readonly needs?: Permission;
  /** Shown to those who read a registry. */
  readonly needsRegistry?: boolean;
}

export interface MenuGroup {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

export const MENU: readonly MenuGroup[] = [
  {
    label: 'menu.work',
    entries: [
      { to: '/tasks', label: 'menu.tasks', icon: TasksIcon },
      { to: '/process-instances', label: 'menu.cases', icon: CasesIcon },
      { to: '/documents', label: 'menu.documents', icon: DocumentsIcon },
      { to: '/journals', label: 'menu.journals', icon: JournalsIcon, needs: 'seeJournals' },
      { to: '/registries', label: 'menu.registries', icon: RegistriesIcon, needsRegistry: true },
    ],
  },
  {
    label: 'menu.office',
    entries: [
      { to: '/organisations', label: 'menu.organisations', icon: OrganisationsIcon, needs: 'seePeople' },
      { to: '/people', label: 'menu.people', icon: PeopleIcon, needs: 'seePeople' },
      { to: '/substitutions', label: 'menu.substitutions', icon: SubstitutionsIcon },
    ],
  },
  {
    label: 'menu.order',
    entries: [
      { to: '/process-definitions', label: 'menu.definitions', icon: DefinitionsIcon, needs: 'seeDefinitions' },
      { to: '/forms', label: 'menu.forms', icon: FormsIcon, needs: 'manageForms' },
      { to: '/incidents', label: 'menu.incidents', icon: IncidentsIcon, needs: 'seeIncidents' },
      { to: '/case-operations', label: 'menu.caseOperations', icon: OperationsIcon, needs: 'manageCases' },
      { to: '/mail', label: 'menu.mail', icon: MailIcon, needs: 'seeIncidents' },
      { to: '/audit', label: 'menu.audit', icon: AuditIcon, needs: 'seeAudit' },
    ],
  },
];

export const allowed = (entries: readonly MenuEntry[], may: readonly Permission[], registries: boolean): readonly MenuEntry[] =>
  entries.filter(({ needs, needsRegistry }) => (needs === undefined || may.includes(needs)) && (needsRegistry !== true || registries));
