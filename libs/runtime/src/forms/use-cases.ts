import { addForm, discardFormDraft, formDraftValidator, openFormDraft, readFormDraft, saveFormDraft } from './edit-draft.js';
import { exportFormAnswers, formAnswerColumns, listFormAnswers } from './form-answers.js';
import { handOutForm, listFormHandOuts } from './hand-out-form.js';
import { listForms } from './list-forms.js';
import { publishForm } from './publish-form.js';
import { formRecipients } from './recipients.js';
import { viewFormPage } from './view-form-page.js';

/** Forms as they are made, published and handed out. */
export const FORMS = {
  addForm, discardFormDraft, exportFormAnswers, formAnswerColumns, formDraftValidator, formRecipients, handOutForm, listFormAnswers, listFormHandOuts, listForms, openFormDraft, publishForm, readFormDraft,
  saveFormDraft, viewFormPage,
} as const;
