import { OrganisationsAndPeople1764000000001 } from './0001-organisations-and-people.js';
import { Configuration1764000000002 } from './0002-configuration.js';
import { Instances1764000000003 } from './0003-instances.js';
import { DocumentsAndAudit1764000000004 } from './0004-documents-and-audit.js';
import { Erasure1764000000005 } from './0005-erasure.js';
import { CommandInputs1764000000006 } from './0006-command-inputs.js';
import { SetAsideChildren1764000000007 } from './0007-set-aside-children.js';
import { WordsOfNotifications1764000000008 } from './0008-words-of-notifications.js';
import { Messages1764000000009 } from './0009-messages.js';
import { Records1764000000010 } from './0010-records.js';
import { Mail1764000000011 } from './0011-mail.js';
import { Invitations1764000000012 } from './0012-invitations.js';
import { StartOccurrences1764000000013 } from './0013-start-occurrences.js';
import { Summaries1764000000014 } from './0014-summaries.js';
import { DocumentRemarks1764000000015 } from './0015-document-remarks.js';
import { KeptMessages1764000000016 } from './0016-kept-messages.js';
import { Operations1764000000017 } from './0017-operations.js';
import { CaseMigrations1764000000018 } from './0018-case-migrations.js';
import { FormDrafts1764000000019 } from './0019-form-drafts.js';

/** In order. A released migration is never edited: the next one mends it. */
export const migrations = [
  OrganisationsAndPeople1764000000001,
  Configuration1764000000002,
  Instances1764000000003,
  DocumentsAndAudit1764000000004,
  Erasure1764000000005,
  CommandInputs1764000000006,
  SetAsideChildren1764000000007,
  WordsOfNotifications1764000000008,
  Messages1764000000009,
  Records1764000000010,
  Mail1764000000011,
  Invitations1764000000012,
  StartOccurrences1764000000013,
  Summaries1764000000014,
  DocumentRemarks1764000000015,
  KeptMessages1764000000016,
  Operations1764000000017,
  CaseMigrations1764000000018,
  FormDrafts1764000000019,
];
