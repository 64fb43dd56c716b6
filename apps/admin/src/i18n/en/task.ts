export const task = {
  task: {
    title: 'Task', draftKept: 'Below is what you had typed: it was not sent and is kept for 90 days.', whyNot: 'Why not with me.', why: 'Why do I have it.', completed: 'The task is done.', completedBy: 'The task was completed by %{name}, %{at}.', cancelled: 'The task was withdrawn: there is nothing to do.', claimFirst: 'The task is open to several people: take it to work on it.', notYours: 'You may look at this task; another person works on it.',
    nothingToFill: 'There is nothing to fill in: choose a decision below.', decidedBy: '“%{decision}” — %{name}, %{at}', returnedBy: 'Returned by %{name}, %{at}', showChanges: 'Show what has changed', hideChanges: 'Hide the changes',
    claim: 'Take the task', unclaim: 'Give back', addApprover: 'Add an approver', addApproverTo: 'Who shall approve too', approversDone: 'The approver was added', delegate: 'Hand on', delegateTo: 'Who shall have the task', delegateDone: 'The task was handed on',
  },
  tabs: { manage: 'Manage the case', label: 'Sections', work: 'Task', document: 'Document', progress: 'Progress', summary: 'Summary', history: 'History', comments: 'Comments', files: 'Files', diagram: 'Diagram' },
  draft: {
    untouched: 'The draft is saved by itself', typing: 'Not saved yet…', saving: 'Saving…', saved: 'Saved at %{time}', offline: 'No connection. What you typed is kept on this device and will go to the server by itself.',
    offlineLost: 'No connection, and the browser does not let it be kept on the device. Do not close the page.', refused: 'The draft was not saved: %{reason}',
  },
  late: { text: 'Your decision was not sent. What you typed is still on this page and can be copied.', remark: 'Your remark' },
  conflict: {
    title: 'A field was changed in two places', text: 'While you were typing, the same fields were changed on another device. Choose what to keep: neither value is lost.', mine: 'Here', theirs: 'On the other device', empty: 'empty', keep: 'Keep the chosen', field: 'Field of the form',
  },
  checks: {
    later: 'The check begins as soon as you start filling in.',
    title: 'Check', checking: 'Checking…', clean: 'No errors found', failed: 'The check could not be made. It is made again when you send.', error: 'Error', warning: 'Warning', all: 'Show all (%{count})', less: 'Show fewer',
    count: '%{smart_count} finding |||| %{smart_count} findings',
  },
  outcome: {
    group: 'Decision', blocked: '%{outcomes} cannot be chosen yet: %{reasons}', errors: 'the document has errors', more: 'and further reasons: %{count}', done: 'Done', remark: 'Remark', remarkOptional: 'Remark (optional)', returnTo: 'Back to the step', remarkNeeded: 'Write a remark: the decision is not accepted without it',
    reason: 'Why this is acceptable', reasonNeeded: 'Give a reason', password: 'Your password', passwordHint: 'The password confirms your simple electronic signature',
  },
  sign: { document: 'What is signed', version: 'Version', signer: 'Signer', hash: 'Checksum of the content' },
  register: { next: '%{journal}: next number %{number}', unknown: 'The number will be the next one in the journal of this kind of document.', note: 'The number is given at the moment of registration: if someone else registers at the same time, you get the one after.' },
  party: { person: 'Name or a part of it', none: 'Nobody found', clear: 'Clear' },
  approval: { pending: 'Awaited', changed: 'The document was changed and is approved again (round %{number})', title: 'Approval', round: 'Round %{number}', by: 'Decided by: %{name}' },
};
