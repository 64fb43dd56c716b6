import type { Page as ListOf, PersonRow, SubstitutionRow } from '@reglament/contracts';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import { Facts } from '../common/facts.js';
import { Page } from '../common/page.js';
import { Section } from '../common/section.js';
import { ErrorState, RowsSkeleton } from '../common/states.js';
import { idOf } from '../common/reference.js';
import { useApi, useSession } from '../data/use-api.js';
import { ToneChip } from '../theme/tone-chip.js';
import { PersonEmail } from '../mail/person-email.js';
import { PersonAccount } from './manage/person-account.js';
import { PersonRoles } from './manage/person-roles.js';
import { SubstitutionLine } from './substitution-line.js';

export default function PersonPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const query = useApi<PersonRow>(`/people/${encodeURIComponent(id)}`);
  const substitutions = useApi<ListOf<SubstitutionRow>>('/substitutions', { limit: 100 });
  const manage = useSession()?.may.includes('managePeople') ?? false;
  const person = query.data;
  if (!person) return <Page title={translate('person.title')}><Section>{query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <RowsSkeleton />}</Section></Page>;
  const own = substitutions.data?.items.filter(({ absent, substitute }) => idOf(absent.reference) === person.id || idOf(substitute.reference) === person.id) ?? [];
  return (
    <Page title={person.fullName} above={<Link to="/people">{translate('menu.people')}</Link>} badge={<ToneChip tone={person.status === 'active' ? 'success' : 'stopped'} label={translate(`person.${person.status}`)} />} below={person.position}>
      <Section>
        <Facts columns={2} facts={[
          { label: translate('worklist.organisation'), value: person.organisation?.title },
          { label: translate('person.position'), value: person.position },
        ]} />
      </Section>
      <PersonRoles person={person} manage={manage} />
      <PersonAccount person={person} manage={manage} />
      {manage ? <PersonEmail person={person.id} /> : null}
      <Section title={translate('menu.substitutions')}>
        {own.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{translate('substitution.noneHere')}</Box> : own.map((row) => <SubstitutionLine key={row.id} row={row} />)}
      </Section>
    </Page>
  );
}
