export const office = {
  person: { add: 'Add a person', addVerb: 'Add', added: 'The person was added', position: 'Position', noPosition: 'No position', title: 'Person', search: 'Name or a part of it', empty: 'No people', active: 'Works here', dismissed: 'Dismissed', column: { name: 'Full name', roles: 'Roles' } },
  organisation: { add: 'Add an organisation', addVerb: 'Add', added: 'The organisation was added', parent: 'Organisation above', shortName: 'Short name', fullName: 'Full name', inherits: 'Time zone, calendar and positions are those of the one above', empty: 'No organisations', closed: 'closed', zone: 'time: %{zone}' },
  role: {
    role: 'Role', give: 'Give a role', giveTo: 'Role: %{name}', giveVerb: 'Give', given: 'The role was given', take: 'Take away', takeNamed: 'Take the role away: %{role}', takeText: '%{name} will no longer be able to do what this role allows (%{organisation}). What was done before stays in the history.', taken: 'The role was taken away',
    none: 'No roles: the person sees only what is given to them by name.', from: 'From which day', to: 'Until which day', since: 'from %{date}', until: 'until %{date}', always: 'without end',
  },
  account: {
    title: 'Account', none: 'No account: the person cannot sign in.', open: 'Open', blocked: 'Blocked', loginHint: 'Latin letters, digits, dot, hyphen; without a login there is no account', given: 'Password: %{name}',
    once: 'Hand these over in person. The password is shown once and kept nowhere; it is best changed after the first sign-in.', copy: 'Copy', copied: 'Copied', noted: 'Noted',
    verb: { open: 'Open an account', reset: 'Give a new password', block: 'Block', unblock: 'Unblock' },
    done: { open: 'The account was opened', reset: 'A new password was given', block: 'The account was blocked', unblock: 'The account was unblocked' },
    ask: {
      open: '%{name} will be able to sign in with this login. The password will be shown once.', reset: 'The old password will stop working and open sessions will end: %{name}. The new password will be shown once.',
      block: '%{name} will not be able to sign in, and open sessions will end. The tasks stay: hand them on or name a substitute.', unblock: '%{name} will be able to sign in again with the same password.',
    },
  },
  substitution: {
    absent: 'Who is absent', substitute: 'Who stands in', period: 'When', from: 'From', to: 'To', basis: 'Basis', basisHint: 'For example: order № 44-k of 12.11.2026', add: 'New substitution', edit: 'Change', editNamed: 'Change the substitution: %{name}', end: 'End it now', endedNow: 'The substitution was ended', saved: 'The substitution was saved',
    empty: 'No substitutions', emptyText: 'For a holiday or an illness name a substitute: the tasks will come to them too.', noneHere: 'No substitutions.', line: '%{substitute} stands in for: %{absent}, %{from} – %{to}', wrongOrder: 'The end is before the beginning', current: 'in force', planned: 'planned', ended: 'ended',
  },
  audit: { search: 'By or about whom', action: 'What was done', signIns: 'Show sign-ins', at: 'When', actor: 'Who', text: 'What was done', empty: 'No entries' },
};
