import NowhereIcon from '@mui/icons-material/SearchOffOutlined';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Page } from './page.js';
import { Section } from './section.js';
import { StateView } from './states.js';

export function NotFoundPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('state.noPage.title')}>
      <Section><StateView icon={<NowhereIcon />} title={translate('state.noPage.text')} action={<Link to="/tasks">{translate('state.toTasks')}</Link>} /></Section>
    </Page>
  );
}
