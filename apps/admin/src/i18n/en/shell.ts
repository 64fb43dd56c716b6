export const shell = {
  app: { name: 'Reglament', tagline: 'Cases, tasks and documents of the organisation' },
  shell: {
    skip: 'Skip to content', navigation: 'Sections', expand: 'Expand the menu', collapse: 'Collapse the menu', more: 'More', search: 'Find a case',
    substitutes: 'You stand in for: %{names}', substituteUntil: '%{name} (until %{date})', user: 'User menu: %{name}', password: 'Change password', signOut: 'Sign out',
    offline: 'The server cannot be reached. Nothing you typed is lost: the connection is checked by itself and work goes on afterwards.',
  },
  menu: {
    caseOperations: 'Operations on cases',
    work: 'Work', office: 'Organisation', order: 'Order', tasks: 'My tasks', cases: 'Cases', documents: 'Documents', journals: 'Journals', registries: 'Registries', organisations: 'Organisations', people: 'People',
    substitutions: 'Substitutions', definitions: 'Processes', forms: 'Forms', incidents: 'Failures', mail: 'Mail', audit: 'Action log',
  },
  bell: { title: 'Notifications', unread: 'Notifications: %{smart_count} new |||| Notifications: %{smart_count} new', readAll: 'Mark all as read', empty: 'No notifications', emptyText: 'Reminders of terms, returned work and new tasks will appear here.', new: 'new', earlier: 'Show earlier ones' },
  start: {
    create: 'Create', none: 'There are no processes that your role may start.', title: 'New case', begin: 'Start', started: 'The case has started', noForm: 'Nothing has to be filled in to start this case.', cancel: 'Cancel',
    kept: 'Draft kept on this device at %{time}', notKept: 'The browser does not let the draft be kept: do not close the page.', afresh: 'Begin anew',
    notStartable: 'You may not start this process', organisation: 'Organisation of the case',
  },
  action: { close: 'Close', cancel: 'Cancel', save: 'Save', back: 'Back', open: 'Open', download: 'Download', print: 'Print', send: 'Send' },
  error: {
    network: 'The server did not answer. Check the connection and try again: the action will not be done twice.', unexpected: 'Something went wrong on this page. Reload it and try again.',
    notFound: 'Not found: it may be deleted or not open to you.', noRights: 'You do not have the rights for this action.', server: 'The server failed. Try again in a minute; if that does not help, tell the administrator.',
  },
  state: {
    loading: 'Loading', retry: 'Try again', reload: 'Reload the page', toTasks: 'To my tasks',
    error: { title: 'Could not be loaded' },
    noRights: { title: 'No access', text: 'This section is open to other roles. If you need it for your work, ask the administrator.' },
    notFound: { title: 'Not found', text: 'There is no such record, or it is not open to you. Check the link or begin with the list.' },
    noPage: { title: 'Page not found', text: 'The address is mistyped or out of date.' },
    crash: { title: 'The page stopped because of an error', text: 'What you typed into the form is kept in its draft. Reload the page.' },
  },
  list: {
    filters: 'Conditions',
    pages: 'Pages of the list', range: '%{first}–%{last} of %{total}', previous: 'Back', next: 'Next', any: 'Any', clearSearch: 'Clear the search', actions: 'Actions',
    nothingFound: 'Nothing found', nothingFoundText: 'Nothing matches these conditions. Change or clear them.', clearFilters: 'Clear conditions',
  },
  date: { placeholder: 'dd.mm.yyyy', openNamed: 'Open the calendar: %{name}' },
  term: {
    preliminary: 'preliminary', preliminaryWhy: 'The calendar of that year is not final: the term may move',
    none: 'no term', today: 'today', tomorrow: 'tomorrow', leftWorking: '%{smart_count} working day left |||| %{smart_count} working days left', left: '%{smart_count} day left |||| %{smart_count} days left',
    overdueWorking: 'overdue by %{smart_count} working day |||| overdue by %{smart_count} working days', overdue: 'overdue by %{smart_count} day |||| overdue by %{smart_count} days', overdueToday: 'overdue today',
  },
  clock: {
    badge: 'Business date: %{date}', title: 'Move the time (test)', text: 'Demo base only. Time goes forward and never back; terms and reminders act as if these days had passed.', now: 'Now', real: 'Real time',
    workingDays: 'By how many working days', move: 'Move', moved: 'The time was moved: %{date}',
    samples: 'Sample cases', samplesText: 'Made-up cases that show how each process works. They are loaded once, in the names of those who do the work.', load: 'Load', loadNamed: 'Load: %{title}', loading: 'Loading: %{played} of %{cases}', loaded: 'Loaded: %{cases}',
    partly: 'Loaded %{played} of %{cases}', refused: 'Not loaded: %{refused}', samplesNone: 'This base has no sample cases.',
  },
  session: {
    title: 'Sign in', login: 'Login', password: 'Password', showPassword: 'Show the password', hidePassword: 'Hide the password', signIn: 'Sign in', signingIn: 'Signing in…', expired: 'Sign in again',
    expiredText: 'Your session has ended. What you typed is still on the page: sign in and go on.', passwordTitle: 'Change password', currentPassword: 'Current password', nextPassword: 'New password', againPassword: 'New password again',
    tooShort: 'At least %{count} characters', differs: 'The passwords differ', changePassword: 'Change password', passwordChanged: 'The password was changed',
  },
  setup: {
    title: 'First run', text: 'The base is empty. Name the organisation and the person who will be its administrator.', organisation: 'Organisation', fullName: 'Full name', login: 'Login', password: 'Password',
    passwordHint: 'At least 8 characters', create: 'Start working',
  },
};
