export const cases = {
  case: {
    title: 'Case', search: 'Name or number', status: 'Show', mine: 'Started by me', empty: 'No cases yet', emptyText: 'Start a case with “Create” at the top of the page.', parent: 'Main case', line: 'The way of the case, step by step', step: 'Step %{number} of %{total}: %{titles}',
    column: { subject: 'Case', state: 'State', starter: 'Started by', tasks: 'Tasks', due: 'Next term', started: 'Started' },
    statusOf: { active: 'At work', suspended: 'Suspended', completed: 'Completed', cancelled: 'Ended early' },
    startedBy: 'started %{date}, %{name}', openTasks: 'Open tasks', tasksBelow: 'People’s tasks are in the lists below.', noOpenTasks: 'No one has a task now: the system is at work or a term is awaited.', ended: 'The case has ended, there are no open tasks.',
    failure: 'Failure', failureText: 'The case stopped because of a failure; an administrator can try the step again.', cancel: 'End the case', cancelText: 'The case ends now and its open tasks are withdrawn. This stays in the history and cannot be undone.', actionDone: 'Done',
  },
  children: { item: 'Who or what', counter: '%{done} of %{total} done', overdue: 'Overdue', active: 'Awaited', cancelled: 'Withdrawn', done: 'Done' },
  history: { sent: 'What was sent', hide: 'Hide what was sent', sentNamed: '%{what}: what was sent', empty: 'Nothing has happened yet', system: 'the system', why: 'Why the case went this way', noChoices: 'The case has come to no choice of ways yet.', noValues: 'The values of that time are not on record any more: the conditions are told without them.' },
  comments: { empty: 'No comments yet.', label: 'Your comment', add: 'Add' },
  files: { choose: 'Choose files', hint: 'or drag them here; up to 20 MB each', empty: 'No files yet.', sending: 'Sending: %{name}', tooBig: 'is larger than 20 MB. Make the file smaller or split it.' },
  diagram: {
    whole: 'The whole process',
    view: 'How to show the map', map: 'Diagram', list: 'List of steps', region: 'Map of the process; the same steps are given as a list', zoomIn: 'Larger', zoomOut: 'Smaller', fit: 'Show all', active: 'here now', passed: 'passed', untouched: 'ahead',
  },
  nodeType: {
    startEvent: 'start', endEvent: 'end', userTask: 'task of a person', approvalTask: 'approval', serviceTask: 'done by the system', documentTask: 'work on the document', exclusiveGateway: 'choice of one way', inclusiveGateway: 'choice of one or more ways', eventBasedGateway: 'wait for the first of several events', parallelGateway: 'several ways at once',
    subProcess: 'nested process',
    adHocSubProcess: 'work in any order', callActivity: 'call of another process', businessRuleTask: 'decision by a table', catchEvent: 'wait', throwEvent: 'event', sendTask: 'sending of a message', receiveTask: 'wait for a message',
  },
  definition: {
    title: 'Process', search: 'Name of a process', empty: 'No processes', emptyText: 'Processes appear when a package is installed.', cardLine: 'Version %{version}, cases at work: %{active}', current: 'in force', fromPackage: 'from the package', next: 'next:', map: 'Diagram, version %{version}', versions: 'Versions', show: 'Show', package: 'From the package: %{name}',
    column: { title: 'Process', version: 'Version', published: 'Published', by: 'By', active: 'Cases at work' },
  },
  incident: {
    empty: 'No failures', emptyText: 'If a step of the system fails, it appears here with its cause and “Try again”.', open: 'Waits for a person', resolved: 'Resolved', retry: 'Try again', retryNamed: 'Try again: %{subject}', retried: 'The step was started again',
    column: { at: 'When', case: 'Where', cause: 'Cause', attempts: 'Attempts' },
  },
};
