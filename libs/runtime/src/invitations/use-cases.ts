import { listInvitations, renewLink } from './case-links.js';
import { openLink, respondentOf } from './open-link.js';
import { draftRespond, fileRespond, formRespond, submitRespond, uploadRespond, validatorRespond, viewRespond } from './respond.js';

/** What personal links add to the surface. */
export const INVITATIONS = { draftRespond, fileRespond, formRespond, listInvitations, openLink, renewLink, respondentOf, submitRespond, uploadRespond, validatorRespond, viewRespond } as const;
