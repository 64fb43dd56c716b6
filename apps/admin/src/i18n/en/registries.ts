export const registries = {
  registry: {
    title: 'Registry', search: 'What a record says', export: 'Export CSV', none: 'No registries', noneText: 'Registries come with the package that describes them, and are seen by those whose role reads them.',
    empty: 'No records yet', emptyText: 'Processes keep the records: one appears when a case comes to that step.', column: { title: 'Registry', changed: 'Changed' }, yes: 'Yes', no: 'No',
    figures: {
      title: 'Figures', export: 'Export', exportAll: 'Export the figures as CSV', outOf: '%{count} of %{of}', over: 'over %{smart_count} record |||| over %{smart_count} records',
      shown: 'The list shows only: %{title}', all: 'Show all',
    },
  },
  record: {
    title: 'Record', says: 'What the record says', erased: 'The data of this record was erased when its term of storage had passed. That it was there, and when it changed, is all that is left.', facts: 'About the record', created: 'Made', changed: 'Changed', changes: 'Changes',
    writes: 'Where the record comes from', case: 'Case', step: 'Step', at: 'When', version: 'Version', otherCase: 'A case that you may not read', initial: 'Initial data',
  },
};
