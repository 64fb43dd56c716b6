import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { SearchField } from '../common/list/search-field.js';

/** Cases are what everything hangs on, so the search of the header goes to them: by name and by number. */
export function GlobalSearch() {
  const translate = useTranslate();
  const navigate = useNavigate();
  return (
    <SearchField
      value=""
      width="clamp(200px, 26vw, 420px)"
      label={translate('shell.search')}
      onSearch={(text) => {
        if (text !== '') void navigate(`/process-instances?${new URLSearchParams({ filter: JSON.stringify({ q: text }) }).toString()}`);
      }}
    />
  );
}
