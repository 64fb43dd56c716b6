import { submissionsAggregate } from './aggregate/submissions-aggregate.js';
import { submissionsCoverage } from './aggregate/submissions-coverage.js';
import { submissionsFind } from './aggregate/submissions-find.js';
import { documentLint } from './checks/document-lint.js';
import { openCases } from './checks/open-cases.js';
import { textLint } from './checks/text-lint.js';
import { documentAnnul } from './document/annul.js';
import { documentCompose } from './document/compose.js';
import { documentExecute } from './document/execute.js';
import { documentFile } from './document/file.js';
import { documentRelate } from './document/relate.js';
import { documentRemarkSigned } from './document/remark-signed.js';
import { documentRender } from './document/render.js';
import { documentWithdraw } from './document/withdraw.js';
import { notify } from './notify/notify.js';
import { recordFind } from './records/record-find.js';
import { recordWrite } from './records/record-write.js';

/** The handlers that come with the product. Whoever adds one adds its file and a line here. */
export const BUILTIN_HANDLERS = [
  documentCompose, documentRender, documentRelate, documentRemarkSigned, documentAnnul, documentWithdraw, documentExecute, documentFile, notify, recordWrite, recordFind,
  submissionsAggregate, submissionsCoverage, submissionsFind,
] as const;

export const BUILTIN_CHECKS = [documentLint, openCases, textLint] as const;
