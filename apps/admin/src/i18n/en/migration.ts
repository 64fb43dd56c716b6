export const migration = {
  migration: {
    compare: 'Versions compared', compareVerb: 'Compare versions', back: 'To the process', from: 'From version', to: 'To version', version: 'Version %{version} (cases in work: %{cases})', one: 'The process has one version: there is nothing to compare.', same: 'Choose two different versions.',
    changes: 'What has changed: %{count}', none: 'The versions do not differ.', map: 'Map', side: 'Which version to show', before: 'Version %{version}, before', after: 'Version %{version}, after',
    mark: { added: 'added', removed: 'removed', changed: 'changed' },
    title: 'Move cases', noCases: 'No case is in work on version %{version}.', counts: 'Cases: %{total}. Can be moved: %{safe}, a choice is needed: %{choice}, cannot: %{blocked}.', shown: 'The first %{count} cases are shown; all that can be will be moved.',
    decide: 'To be decided', decided: 'Everything is decided', notDecided: 'Not decided', anew: 'Decide anew', keep: 'Keep the term', recompute: 'Count it by the new version', likely: '%{title} (probably)', give: 'Set', leaveEmpty: 'Leave empty',
    question: { terms: 'Term of step “%{step}” (cases: %{cases})', node: 'What step “%{step}” has become (cases: %{cases})', data: 'Value “%{name}” for step “%{step}” (cases: %{cases})' },
    verdict: { safe: 'can be moved', choice: 'a choice', blocked: 'cannot' }, cases: 'Cases, and whether they can be moved', column: { case: 'Case', verdict: 'Move' }, unnamed: 'A case without a name',
    move: 'Move cases (%{count})', moveVerb: 'Move', ask: 'Move the cases to another version?', askText: 'Version %{from} → %{to}. To be moved: %{safe}; to stay on their version: %{stay}. Open tasks, drafts and performers stay. Until a case goes on, its move can be undone.',
    reason: 'Reason', started: 'The move has begun', orders: 'Moves', order: 'Version %{from} → %{to}', progress: 'Progress of the move',
    status: { running: 'Under way: %{done} of %{total} moved', undoing: 'Being undone: %{undone} of %{done} taken back', finished: 'Moved %{done} of %{total}, stayed on their version %{refused}', undone: 'Undone: taken back %{undone}, could not %{kept}' },
    undo: 'Undo the move', undoVerb: 'Take cases back', undoAsk: 'Take the cases back to their version?', undoText: 'Cases that have not gone on since are taken back; the others stay on the new version.', undoStarted: 'The undoing has begun',
  },
};
