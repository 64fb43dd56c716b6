import type { OrderInput } from '../pages/order-form.js';
import { account } from './accounts.js';
import type { Office } from './office.js';

/** The way of an order from desk to desk, each step done in the panel by the person whose step it is. */

export async function draft(office: Office, author: string, order: OrderInput): Promise<void> {
  const desk = await office.at(author);
  await desk.order.start();
  await desk.order.fill(order);
}

export async function sendForApproval(office: Office, author: string): Promise<void> {
  await (await office.at(author)).task.complete('На согласование');
}

export async function approve(office: Office, approver: string, title: string, task = 'Согласовать проект'): Promise<void> {
  const { worklist, task: page } = await office.at(approver);
  await worklist.openTask(title, task);
  await page.complete('Согласовано', { dialog: true });
}

export async function sign(office: Office, signer: string, title: string): Promise<void> {
  const { worklist, task } = await office.at(signer);
  await worklist.openTask(title, 'Подписать документ');
  await task.complete('Подписать', { password: account(signer).password });
}

export async function register(office: Office, clerk: string, title: string): Promise<void> {
  const { worklist, task } = await office.at(clerk);
  await worklist.openTask(title, 'Зарегистрировать документ', 'Можно взять');
  await task.claim();
  await task.complete('Зарегистрировать', { dialog: true });
}

export async function acquaint(office: Office, reader: string, title: string): Promise<void> {
  const { worklist, task, page } = await office.at(reader);
  await worklist.openTask(title, 'Ознакомиться с документом');
  await page.getByRole('checkbox', { name: 'С документом ознакомлен(а)' }).check();
  await task.complete('Ознакомлен');
}

/** An order in force, with nobody's visa. */
export async function issue(office: Office, author: string, order: OrderInput): Promise<void> {
  await draft(office, author, order);
  await sendForApproval(office, author);
  await sign(office, 'head', order.title);
  await register(office, 'clerk', order.title);
}
