export const office = {
  person: { title: 'Person', search: 'Name or a part of it', empty: 'No people', active: 'Works here', dismissed: 'Dismissed', column: { name: 'Full name', roles: 'Roles' } },
  organisation: { empty: 'No organisations', closed: 'closed', zone: 'time: %{zone}' },
  substitution: {
    absent: 'Who is absent', substitute: 'Who stands in', period: 'When', from: 'From', to: 'To', basis: 'Basis', basisHint: 'For example: order № 44-k of 12.11.2026', add: 'New substitution', edit: 'Change', editNamed: 'Change the substitution: %{name}', end: 'End it now', endedNow: 'The substitution was ended', saved: 'The substitution was saved',
    empty: 'No substitutions', emptyText: 'For a holiday or an illness name a substitute: the tasks will come to them too.', noneHere: 'No substitutions.', line: '%{substitute} stands in for: %{absent}, %{from} – %{to}', wrongOrder: 'The end is before the beginning', current: 'in force', planned: 'planned', ended: 'ended',
  },
  audit: { search: 'What to look for', at: 'When', actor: 'Who', text: 'What was done', empty: 'No entries' },
};
