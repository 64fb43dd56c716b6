export const summary = {
  summary: {
    map: 'Who has answered', answered: 'Answered: %{done} of %{total}', show: 'Show', everybody: 'Everybody', overdue: '%{state}, overdue',
    stateOf: { accepted: 'Accepted', late: 'Accepted late', excluded: 'Left out', working: 'Expected', absent: 'No answer' },
    table: 'Summary', none: 'The figures come when the answers have been summed.', version: 'Version', versionOf: 'No. %{version}, %{at}', reason: 'Why it was summed again: %{reason}', older: 'This is a former version: there is a newer one.',
    coverage: 'Answers: %{done} of %{total}, late: %{late}', export: 'Download CSV', openAnswers: 'Answers: %{name}, %{figure}', altogether: 'All answers: %{figure}', ofBase: 'of: %{base}',
    outOf: '%{numerator} of %{denominator}', range: '%{min} to %{max}', total: '%{sum} in all, median %{median}', texts: 'texts: %{smart_count}', hidden: 'Too few answers to show', noAnswers: 'No answers', notApplicable: 'Does not apply', yes: 'yes', no: 'no',
    column: { name: 'Indicator', figure: 'Sum', percent: 'Share', change: 'Change', answered: 'Answers', absent: 'Missing', who: 'Organisation', answer: 'Answer' },
    csv: {
      code: 'Code', name: 'Indicator', base: 'The denominator is', numerator: 'Numerator', denominator: 'Denominator', percent: 'Share, %', sum: 'Total', min: 'Minimum', max: 'Maximum', median: 'Median', counts: 'How many answered what',
      answered: 'Answers', notApplicable: 'Does not apply', absent: 'Missing', previous: 'Previous value', change: 'Change',
    },
  },
};
