import type { BrowserContext, Page } from '@playwright/test';
import { Bell } from '../pages/bell.js';
import { CasePage } from '../pages/case-page.js';
import { DocumentPage } from '../pages/document-page.js';
import { JournalPage } from '../pages/journal-page.js';
import { OrderForm } from '../pages/order-form.js';
import { SubstitutionsPage } from '../pages/substitutions-page.js';
import { TaskPage } from '../pages/task-page.js';
import { WorklistPage } from '../pages/worklist-page.js';

/** One person at a browser of their own. */
export class Desk {
  readonly worklist: WorklistPage;
  readonly task: TaskPage;
  readonly order: OrderForm;
  readonly case: CasePage;
  readonly document: DocumentPage;
  readonly journal: JournalPage;
  readonly substitutions: SubstitutionsPage;
  readonly bell: Bell;

  constructor(readonly login: string, readonly page: Page, readonly context: BrowserContext) {
    this.task = new TaskPage(page);
    this.worklist = new WorklistPage(page, this.task);
    this.order = new OrderForm(page);
    this.case = new CasePage(page);
    this.document = new DocumentPage(page);
    this.journal = new JournalPage(page);
    this.substitutions = new SubstitutionsPage(page);
    this.bell = new Bell(page);
  }
}
