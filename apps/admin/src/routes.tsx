import { lazy, type ReactElement } from 'react';
import { Navigate } from 'react-router';
import { Worklist } from './worklist/worklist.js';

interface PanelRoute {
  readonly path: string;
  readonly element: ReactElement;
}

// Only the worklist comes with the first load: it is where everyone starts. Every other screen is a chunk of its own.
const TaskPage = lazy(() => import('./task/task-page.js'));
const CaseList = lazy(() => import('./cases/case-list.js'));
const CasePage = lazy(() => import('./cases/case-page.js'));
const StartCasePage = lazy(() => import('./cases/start-case-page.js'));
const DocumentList = lazy(() => import('./documents/document-list.js'));
const DocumentPage = lazy(() => import('./documents/document-page.js'));
const JournalList = lazy(() => import('./journals/journal-list.js'));
const JournalPage = lazy(() => import('./journals/journal-page.js'));
const RegistryList = lazy(() => import('./registries/registry-list.js'));
const RegistryPage = lazy(() => import('./registries/registry-page.js'));
const RecordPage = lazy(() => import('./registries/record-page.js'));
const DefinitionList = lazy(() => import('./definitions/definition-list.js'));
const DefinitionPage = lazy(() => import('./definitions/definition-page.js'));
const ComparePage = lazy(() => import('./migrations/compare-page.js'));
const FormList = lazy(() => import('./form-builder/form-list.js'));
const FormPage = lazy(() => import('./form-builder/form-page.js'));
const FormBuilderPage = lazy(() => import('./form-builder/builder-page.js'));
const IncidentList = lazy(() => import('./incidents/incident-list.js'));
const BatchList = lazy(() => import('./operations/batch-list.js'));
const BatchPage = lazy(() => import('./operations/batch-page.js'));
const MailList = lazy(() => import('./mail/mail-list.js'));
const PeopleList = lazy(() => import('./people/people-list.js'));
const PersonPage = lazy(() => import('./people/person-page.js'));
const OrganisationTree = lazy(() => import('./people/organisation-tree.js'));
const SubstitutionList = lazy(() => import('./people/substitution-list.js'));
const AuditList = lazy(() => import('./audit/audit-list.js'));
const PasswordPage = lazy(() => import('./session/password-page.js'));
const SetupPage = lazy(() => import('./session/setup-page.js'));

const RespondPage = lazy(() => import('./respond/respond-page.js'));

/** Without a session of the panel. */
export const openRoutes: readonly PanelRoute[] = [{ path: '/setup', element: <SetupPage /> }, { path: '/respond', element: <RespondPage /> }];

export const routes: readonly PanelRoute[] = [
  { path: '/', element: <Navigate to="/tasks" replace /> },
  { path: '/tasks', element: <Worklist /> },
  { path: '/tasks/:id', element: <TaskPage /> },
  { path: '/process-instances', element: <CaseList /> },
  { path: '/process-instances/start/:key', element: <StartCasePage /> },
  { path: '/process-instances/:id', element: <CasePage /> },
  { path: '/documents', element: <DocumentList /> },
  { path: '/documents/:id', element: <DocumentPage /> },
  { path: '/journals', element: <JournalList /> },
  { path: '/journals/:key', element: <JournalPage /> },
  { path: '/registries', element: <RegistryList /> },
  { path: '/registries/:key', element: <RegistryPage /> },
  { path: '/registries/:key/:id', element: <RecordPage /> },
  { path: '/process-definitions', element: <DefinitionList /> },
  { path: '/process-definitions/:key', element: <DefinitionPage /> },
  { path: '/process-definitions/:key/compare', element: <ComparePage /> },
  { path: '/forms', element: <FormList /> },
  { path: '/forms/:key', element: <FormPage /> },
  { path: '/forms/:key/edit', element: <FormBuilderPage /> },
  { path: '/incidents', element: <IncidentList /> },
  { path: '/case-operations', element: <BatchList /> },
  { path: '/case-operations/:id', element: <BatchPage /> },
  { path: '/mail', element: <MailList /> },
  { path: '/people', element: <PeopleList /> },
  { path: '/people/:id', element: <PersonPage /> },
  { path: '/organisations', element: <OrganisationTree /> },
  { path: '/substitutions', element: <SubstitutionList /> },
  { path: '/audit', element: <AuditList /> },
  { path: '/password', element: <PasswordPage /> },
];
