import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import type { TaskRow } from '@reglament/contracts';
import { useListContext, useTranslate } from 'react-admin';
import { SearchFilter } from '../common/list/filters.js';
import { ListView } from '../common/list/list-page.js';
import { ClaimButton } from './claim-button.js';
import { readScope } from './scope.js';
import { TaskCard } from './task-card.js';
import { taskColumns } from './task-columns.js';
import { WorklistFilters } from './worklist-filters.js';

const STANDING = ['scope'];

export function WorklistView() {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const scope = readScope(filterValues.scope);
  return (
    <ListView<TaskRow>
      label={translate('worklist.title')}
      columns={taskColumns(scope)}
      card={(row) => <TaskCard row={row} action={<ClaimButton row={row} scope={scope} />} />}
      rowActions={scope === 'done' ? undefined : (row) => <ClaimButton row={row} scope={scope} />}
      search={<SearchFilter label="worklist.search" />}
      filters={<WorklistFilters scope={scope} />}
      standing={STANDING}
      empty={{ icon: <DoneIcon />, title: `worklist.empty.${scope}`, text: `worklist.emptyText.${scope}` }}
    />
  );
}
