import { statement, type Tx } from '../connection/queryable.js';

const erase = statement('erase-person', `
  update people
  set full_name = null, surname = null, given_name = null, patronymic = null, gender = null, email = null, phone = null, status = 'dismissed',
    erased_at = now()
  where id = $1 and not legal_hold
  returning id`);
const closeAccount = statement('erase-person-account', `delete from accounts where person = $1`);
const eraseSubmissions = statement('erase-person-submissions', `
  update submissions set data = null, remark = null, salt = null, erased_at = now()
  where author = $1 and erased_at is null and not legal_hold`);

// Records name people by reference; what they are called stands only in the title and the search text.
const eraseNames = statement('erase-person-in-records', `
  update records set title = case when title_party = $1 then '' else title end, search = '' where parties @> array[$1] and erased_at is null`);

/**
 * Takes a person's values out of the database: the record, the account, what the person submitted. Ids and hashes stay, so history
 * still holds. False when there is no such person, or a legal hold forbids it.
 */
export async function erasePerson(tx: Tx, person: string): Promise<boolean> {
  const erased = await tx.query(erase, [person]);
  if (erased.length === 0) return false;
  await tx.query(closeAccount, [person]);
  await tx.query(eraseSubmissions, [`person:${person}`]);
  await tx.query(eraseNames, [`person:${person}`]);
  return true;
}
