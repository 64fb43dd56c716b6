import { expiredInstances, findDocument, documentFiles, journalEntriesOf, signaturesOf, loadInstance } from '@reglament/store';
import { granted, openOffice, type Office } from './office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: Office;
beforeAll(async () => { office = await openOffice(); }, 60_000);
afterAll(() => office.close());

describe('an order from its draft to the file', () => {
  it('goes through visas, signature, number, files, acquaintance and control', async () => {
    const { runtime } = office;
    const [methodist, head, lawyer, specialist, deputy] = await Promise.all(['methodist', 'head', 'lawyer', 'specialist', 'deputy'].map(office.person));
    const started = granted(await runtime.startInstance(methodist!, { body: { definition: 'order-issuance' }, idempotencyKey: 'start-1' }));
    const id = started.instance;
    expect(started.next).toHaveLength(1);

    const order = {
      kind: 'order-main', title: 'О проведении мониторинга', preamble: 'В целях изучения состояния методической работы', basis: [{ document: 'План работы отдела', number: '5', date: '2026-01-12' }],
      clauses: [
        { id: 'c1', type: 'task', text: 'Провести мониторинг школ.', executor: specialist!.person, due: '2027-03-01' },
        { id: 'c2', type: 'control', text: 'Контроль за исполнением приказа оставляю за собой.' },
      ],
      visas: [lawyer!.person], signer: head!.person, controller: deputy!.person, acquaint: [specialist!.person], recipients: ['Школы города'],
    };
    const check = granted(await runtime.checkTask(methodist!, { task: started.next[0]!.id, data: order }));
    expect(check.blockedOutcomes).toEqual([]);
    const reasons = Object.fromEntries(check.findings.map(({ code }) => [code, 'учебный пример']));
    await office.complete('methodist', id, 'draft', { outcome: 'submit', data: order, warningReasons: reasons });
    await office.complete('lawyer', id, 'visas', { outcome: 'approved' });

    const task = (await office.tasks(id)).find(({ node }) => node === 'signing')!;
    const wrong = await runtime.completeTask(head!, { task: task.id, body: { outcome: 'signed', password: 'guess' }, idempotencyKey: null });
    expect(wrong).toMatchObject({ ok: false, refusal: { status: 422, code: 'passwordWrong' } });
    await office.complete('head', id, 'signing', { outcome: 'signed', password: office.password('head') });
    const registered = await office.complete('clerk', id, 'registration', { outcome: 'registered', data: { date: runtime.shell.clock.localDate('Asia/Krasnoyarsk') } });
    expect(registered.facts).toMatchObject({ number: '1' });

    const instance = await loadInstance(office.database.store, id);
    const documentId = (instance!.snapshot.variables['document'] as { id: string }).id;
    expect(await signaturesOf(office.database.store, documentId)).toHaveLength(1);
    expect(await journalEntriesOf(office.database.store, documentId)).toMatchObject([{ number: '1', status: 'registered', title: 'О проведении мониторинга' }]);

    await office.settle();
    const document = await findDocument(office.database.store, documentId);
    expect(document).toMatchObject({ state: 'registered', number: '1', rendering: 'ready' });
    expect((await documentFiles(office.database.store, documentId, document!.version)).map(({ format }) => format)).toEqual(['docx', 'pdf']);

    await office.complete('specialist', id, 'read', { outcome: 'seen', data: { seen: true } });
    await office.settle();
    const sheets = granted(await runtime.viewInstance(head!, id)).children;
    expect(sheets.find(({ node }) => node === 'acquaintance')?.items).toMatchObject([{ result: 'seen', ending: { title: 'Ознакомлен', tone: 'success' } }]);
    expect(sheets.find(({ node }) => node === 'control')?.items).toMatchObject([{ title: '1. Провести мониторинг школ.', ending: null, dueInWorkingDays: expect.any(Number) as number }]);
    const report = granted(await runtime.uploadFile(specialist!, { name: 'C:\\отчёт.txt', bytes: Buffer.from('Мониторинг проведён в 20 школах.') }));
    const unknown = { ...report, id: `file:${'0'.repeat(64)}` };
    const done = (file: typeof report) => ({ outcome: 'done', data: { status: 'done', done: 'Мониторинг проведён.', dateDone: '2026-12-01', files: [{ id: file.id, name: file.name, size: file.size }] } });
    await expect(office.complete('specialist', id, 'execute', done(unknown))).rejects.toThrow('fileUnknown');
    await office.complete('specialist', id, 'execute', done(report));
    expect(await runtime.readFile(deputy!, report.id)).toMatchObject({ ok: true, value: { name: 'отчёт.txt' } });
    expect(await runtime.readFile((await office.person('school1')), report.id)).toMatchObject({ ok: false, refusal: { status: 404 } });
    await office.complete('deputy', id, 'accept', { outcome: 'removed', data: {} });
    await office.settle();
    // The list names who did the task, not who removed it from control.
    expect(granted(await runtime.viewInstance(head!, id)).children.find(({ node }) => node === 'control')?.items)
      .toMatchObject([{ ending: { title: 'Снято с контроля' }, performers: [{ reference: specialist!.person }] }]);
    await office.complete('clerk', id, 'filing', { outcome: 'filed', data: { caseIndex: '01-05' } });
    const ended = await loadInstance(office.database.store, id);
    expect(ended!.snapshot).toMatchObject({ status: 'completed', result: 'filed', businessKey: '1' });
    expect((await findDocument(office.database.store, documentId))!.state).toBe('filed');
    expect(granted(await runtime.viewDocument(head!, documentId)).filing).toEqual({ caseIndex: '01-05', retention: { type: 'permanent', article: 'ст. 19а' }, retainUntil: null });
  }, 60_000);
});

describe('the executor of a clause', () => {
  it('asks for a new date after the old one; the controller finds it filled in, and what is decided is the term', async () => {
    const { runtime } = office;
    const [methodist, head, specialist, deputy] = await Promise.all(['methodist', 'head', 'specialist', 'deputy'].map(office.person));
    const { instance } = granted(await runtime.startInstance(methodist!, { body: { definition: 'order-issuance' }, idempotencyKey: null }));
    const data = {
      kind: 'order-main', title: 'О продлении', preamble: 'В целях проверки приказываю:', signer: head!.person, controller: deputy!.person, acquaint: [methodist!.person],
      // A Sunday: the clause says so on paper, and is due on Monday.
      clauses: [{ id: 'c1', type: 'task', text: 'Провести проверку.', executor: specialist!.person, due: '2027-02-28' }, { id: 'c2', type: 'control', text: 'Контроль за исполнением приказа оставляю за собой.' }],
    };
    const draft = (await office.tasks(instance))[0]!.id;
    const { findings } = granted(await runtime.checkTask(methodist!, { task: draft, data }));
    await office.complete('methodist', instance, 'draft', { outcome: 'submit', data, warningReasons: Object.fromEntries(findings.map(({ code }) => [code, 'учебный пример'])) });
    await office.complete('head', instance, 'signing', { outcome: 'signed', password: office.password('head') });
    await office.complete('clerk', instance, 'registration', { outcome: 'registered', data: { date: runtime.shell.clock.localDate('Asia/Krasnoyarsk') } });
    await office.settle();
    const taskAt = async (node: string) => (await office.tasks(instance)).find((task) => task.node === node)!;
    const ask = async (who: typeof specialist, newDue: string, oldDue?: string) => {
      const { id, instance: part } = await taskAt('execute');
      const action = granted(await runtime.viewTask(specialist!, id)).actions.find(({ key }) => key === 'extend')!;
      return runtime.triggerAction(who!, { instance: part, activity: action.activity, action: action.key, idempotencyKey: null, body: { data: { newDue, ...(oldDue && { oldDue }) }, remark: 'Школы не прислали данные.' } });
    };
    const { id } = await taskAt('execute');
    expect(granted(await runtime.viewTask(specialist!, id))).toMatchObject({ dueAt: '2027-03-01T11:00:00.000Z', outcomes: [{ key: 'done' }], actions: [{ key: 'extend', data: { oldDue: '2027-02-28' }, interrupting: true }] });
    expect(granted(await runtime.viewTask(head!, id)).actions).toEqual([]);
    const { printed } = granted(await runtime.viewDocument(head!, ((await loadInstance(office.database.store, instance))!.snapshot.variables['document'] as { id: string }).id));
    expect(JSON.stringify(printed)).toContain('2027-02-28');

    expect(await ask(head, '2027-03-15')).toMatchObject({ ok: false, refusal: { status: 403 } });
    expect(await ask(specialist, '2027-02-28')).toMatchObject({ ok: false, refusal: { status: 422 } });
    // The old date is the case's; one that is sent along does not count.
    expect(await ask(specialist, '2027-02-20', '2027-01-01')).toMatchObject({ ok: false, refusal: { status: 422 } });
    granted(await ask(specialist, '2027-03-15'));

    const asked = granted(await runtime.viewTask(deputy!, (await taskAt('extension')).id));
    expect(asked).toMatchObject({ data: { oldDue: '2027-02-28', newDue: '2027-03-15' }, returned: { decision: 'Прошу продлить', remark: 'Школы не прислали данные.', by: { reference: specialist!.person } } });
    await office.complete('deputy', instance, 'extension', { outcome: 'refused', remark: 'Срок не терпит.' });
    expect(granted(await runtime.viewTask(specialist!, (await taskAt('execute')).id))).toMatchObject({ dueAt: '2027-03-01T11:00:00.000Z', returned: { decision: 'Отказать', remark: 'Срок не терпит.' } });
    granted(await ask(specialist, '2027-03-15'));
    await office.complete('deputy', instance, 'extension', { outcome: 'allowed', data: { newDue: '2027-03-10' } });
    expect(granted(await runtime.viewTask(specialist!, (await taskAt('execute')).id))).toMatchObject({ dueAt: '2027-03-10T11:00:00.000Z' });
  }, 60_000);
});

describe('a reader who refuses or is away', () => {
  it('is recorded by a clerk with two different witnesses, and by nobody else; the clerk never reads in another\'s place', async () => {
    const { runtime } = office;
    const [methodist, head, deputy, specialist, clerk] = await Promise.all(['methodist', 'head', 'deputy', 'specialist', 'clerk'].map(office.person));
    const { instance } = granted(await runtime.startInstance(methodist!, { body: { definition: 'order-issuance' }, idempotencyKey: null }));
    const data = {
      kind: 'order-administrative', title: 'Об отказе', preamble: 'В целях проверки приказываю:', clauses: [{ id: 'c1', type: 'control', text: 'Контроль за исполнением приказа оставляю за собой.' }],
      signer: head!.person, controller: deputy!.person, acquaint: [specialist!.person],
    };
    const task = (await office.tasks(instance))[0]!.id;
    const { findings } = granted(await runtime.checkTask(methodist!, { task, data }));
    await office.complete('methodist', instance, 'draft', { outcome: 'submit', data, warningReasons: Object.fromEntries(findings.map(({ code }) => [code, 'учебный пример'])) });
    await office.complete('head', instance, 'signing', { outcome: 'signed', password: office.password('head') });
    await office.complete('clerk', instance, 'registration', { outcome: 'registered', data: { date: runtime.shell.clock.localDate('Asia/Krasnoyarsk') } });
    await office.settle();

    const sheet = granted(await runtime.viewInstance(clerk!, instance)).children[0]!.items[0]!;
    const { actions } = granted(await runtime.viewInstance(clerk!, sheet.id));
    expect(actions).toMatchObject([{ key: 'absent', title: 'Записать отказ или отсутствие' }]);
    expect(granted(await runtime.viewInstance(specialist!, sheet.id)).actions).toEqual([]);
    const record = (who: typeof clerk, secondWitness: string) => runtime.triggerAction(who!, {
      instance: sheet.id, activity: actions[0]!.activity, action: 'absent', idempotencyKey: null,
      body: { data: { kind: 'refused', circumstances: 'Отказался в кабинете 3.', firstWitness: methodist!.person, secondWitness } },
    });
    const reading = (await office.tasks(instance)).find(({ node }) => node === 'read')!.id;
    expect(await runtime.completeTask(clerk!, { task: reading, body: { outcome: 'seen', data: { seen: true } }, idempotencyKey: null })).toMatchObject({ ok: false, refusal: { status: 403 } });
    expect(await record(specialist, deputy!.person)).toMatchObject({ ok: false, refusal: { status: 403 } });
    expect(await record(clerk, methodist!.person)).toMatchObject({ ok: false, refusal: { status: 422 } });
    granted(await record(clerk, deputy!.person));
    await office.settle();
    const { children } = granted(await runtime.viewInstance(head!, instance));
    expect(children[0]).toMatchObject({ active: 0, results: { absent: 1 }, items: [{ ending: { title: 'Отказ или отсутствие', tone: 'attention' } }] });
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['filing']);
    // Who witnessed it is read from the history.
    const recorded = granted(await runtime.viewHistory(head!, sheet.id)).find(({ kind }) => kind === 'actionTriggered');
    expect(granted(await runtime.viewSubmission(head!, recorded?.submission ?? ''))).toMatchObject({ data: { firstWitness: methodist!.person, secondWitness: deputy!.person } });

    // The term of storage starts with the filing, in the same commit: for the document, its case and the case's parts.
    const { id } = (await loadInstance(office.database.store, instance))!.snapshot.variables['document'] as { id: string };
    expect(granted(await runtime.viewDocument(head!, id)).filing).toMatchObject({ caseIndex: null, retainUntil: null });
    await office.complete('clerk', instance, 'filing', { outcome: 'filed', data: { caseIndex: '02-07' } });
    const year = Number(runtime.shell.clock.localDate('Asia/Krasnoyarsk').slice(0, 4)) + 5;
    expect(granted(await runtime.viewDocument(head!, id)).filing).toMatchObject({ caseIndex: '02-07', retention: { type: 'years', years: 5 }, retainUntil: `${year}-12-31` });
    expect(await expiredInstances(office.database.store, `${year}-12-31`)).toEqual([]);
    expect([...await expiredInstances(office.database.store, `${year + 1}-01-01`)].sort()).toEqual([instance, sheet.id].sort());
  }, 60_000);
});

describe('an order whose signer is away', () => {
  it('is signed by the substitute with the right that the substitution gives, within its dates alone', async () => {
    const { runtime } = office;
    const [admin, methodist, head, deputy, specialist] = await Promise.all(['admin', 'methodist', 'head', 'deputy', 'specialist'].map(office.person));
    const { instance } = granted(await runtime.startInstance(methodist!, { body: { definition: 'order-issuance' }, idempotencyKey: null }));
    const data = {
      kind: 'order-main', title: 'О замещении', preamble: 'В целях проверки приказываю:', clauses: [{ id: 'c1', type: 'control', text: 'Контроль за исполнением приказа оставляю за собой.' }],
      signer: head!.person, controller: specialist!.person, acquaint: [specialist!.person],
    };
    const task = (await office.tasks(instance))[0]!.id;
    const { findings } = granted(await runtime.checkTask(methodist!, { task, data }));
    await office.complete('methodist', instance, 'draft', { outcome: 'submit', data, warningReasons: Object.fromEntries(findings.map(({ code }) => [code, 'учебный пример'])) });
    const signing = (await office.tasks(instance)).find(({ node }) => node === 'signing')!.id;
    const sign = () => runtime.completeTask(deputy!, { task: signing, body: { outcome: 'signed', password: office.password('deputy') }, idempotencyKey: null });
    expect(await sign()).toMatchObject({ ok: false, refusal: { status: 404 } });

    const today = runtime.shell.clock.localDate('Asia/Krasnoyarsk');
    granted(await runtime.addSubstitution(admin!, { absent: head!.person, substitute: deputy!.person, from: today, to: today, basis: 'Приказ об отпуске' }));
    expect(granted(await runtime.listTasks(deputy!, { scope: 'mine' }, {})).items.find(({ id }) => id === signing)).toMatchObject({ substituteFor: { reference: head!.person } });
    granted(await sign());
    const document = (await loadInstance(office.database.store, instance))!.snapshot.variables['document'] as { id: string };
    expect(await signaturesOf(office.database.store, document.id)).toMatchObject([{ by: deputy!.person, right: { kind: 'substitute', for: head!.person } }]);
    const { content, printed, contentHash, signatures } = granted(await runtime.viewDocument(deputy!, document.id));
    // The content is what was signed; «И. о.» and the mark come with the signature.
    expect(content).toMatchObject({ signatures: [{ position: 'Начальник отдела образования', person: { surname: 'Берёзкина' } }] });
    expect(printed).toMatchObject({ signatures: [{ acting: 'И. о.', position: 'начальника отдела образования', person: { surname: 'Ключников' }, mark: { type: 'simple-electronic', signer: 'Ключников А. С.', recordCode: signatures[0]?.code } }] });
    expect(signatures).toMatchObject([{ contentHash, valid: true }]);
    const signed = granted(await runtime.viewHistory(methodist!, instance)).find(({ kind, by }) => kind === 'taskCompleted' && by?.reference === deputy!.person);
    expect(signed).toMatchObject({ forPerson: { reference: head!.person } });
  });
});
