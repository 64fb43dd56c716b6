export const worklist = {
  worklist: {
    title: 'My tasks', tabs: 'Which tasks to show', search: 'Name or number', overdueOnly: 'Overdue', dueTo: 'Due by', process: 'Process', organisation: 'Organisation',
    scope: { mine: 'Mine', available: 'Can be taken', team: 'Whole department', done: 'Done' },
    column: { subject: 'Case', task: 'What to do', people: 'Performer', state: 'State', due: 'Term', done: 'Done', outcome: 'Decision' },
    since: 'since %{date}', you: 'You', insteadOf: 'for: %{name}', claim: 'Take', unclaim: 'Give back', claimNamed: 'Take: %{subject}', unclaimNamed: 'Give back: %{subject}',
    claimed: 'The task is yours: %{subject}', unclaimed: 'The task is open to others again: %{subject}',
    empty: { mine: 'You have no tasks', available: 'No free tasks', team: 'The department has no open tasks', done: 'No completed tasks yet' },
    emptyText: {
      mine: 'New tasks appear here by themselves. Look into “Can be taken” or start a new case with “Create”.', available: 'Tasks of your role that nobody has taken yet appear here.',
      team: 'Open tasks of everyone in your organisations are seen here.', done: 'All that you have done stays here, with date and decision.',
    },
  },
};
