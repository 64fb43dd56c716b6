import { AuditController } from './audit/audit.controller.js';
import { ClockController } from './clock/clock.controller.js';
import { DefinitionsController } from './definitions/definitions.controller.js';
import { FormDefinitionsController } from './definitions/form-definitions.controller.js';
import { FormsController } from './definitions/forms.controller.js';
import { DryRunController } from './definitions/dry-run.controller.js';
import { CaseMigrationsController, MigrationsController } from './definitions/migrations.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { FilesController } from './files/files.controller.js';
import { HealthController } from './health/health.controller.js';
import { IncidentsController } from './incidents/incidents.controller.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { RespondController } from './invitations/respond.controller.js';
import { JournalsController } from './journals/journals.controller.js';
import { LiveController } from './live/live.controller.js';
import { MailController } from './mail/mail.controller.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { AdministrationController } from './people/administration.controller.js';
import { PeopleController } from './people/people.controller.js';
import { SubstitutionsController } from './people/substitutions.controller.js';
import { CaseOperationsController } from './process-instances/case-operations.controller.js';
import { ProcessInstancesController } from './process-instances/process-instances.controller.js';
import { RegistriesController } from './registries/registries.controller.js';
import { SampleCasesController } from './sample-cases/sample-cases.controller.js';
import { SchemasController } from './schemas/schemas.controller.js';
import { SessionController } from './session/session.controller.js';
import { SetupController } from './session/setup.controller.js';
import { TasksController } from './tasks/tasks.controller.js';

/**
 * Every controller of the surface: the module serves these, and the check of policies reads these. Tasks come first: routes are tried one
 * after another, and most of what people do is done on a task.
 */
export const CONTROLLERS = [
  TasksController, AuditController, ClockController, DefinitionsController, DocumentsController, FilesController, FormDefinitionsController, FormsController, HealthController, IncidentsController,
  InvitationsController, JournalsController, LiveController, MailController, NotificationsController, OpenApiController, AdministrationController, PeopleController, CaseOperationsController, ProcessInstancesController, RegistriesController, SampleCasesController, SchemasController, SessionController,
  CaseMigrationsController, DryRunController, MigrationsController, RespondController, SetupController, SubstitutionsController,
];
