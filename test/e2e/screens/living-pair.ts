import { account } from '../office/accounts.js';
import { isoDate } from '../office/business-date.js';
import { Colleague } from './colleague.js';
import type { Desks } from './living-cases.js';

const ORDER = 'Об утверждении пары «мастер – практикант»';

/** A pair in the middle of its practice: one meeting behind it, the next may be noted. */
export async function livingPair({ at, day }: Desks, topic: string): Promise<void> {
  // A trainee has one pair at a time: when the tests go on after a fault, it is there already.
  if ((await pairsOf(await at('mentor2'), topic)).length > 0) return;
  const [methodist, mentor, trainee, head, lawyer, clerk] = await Promise.all(['methodist', 'mentor2', 'trainee2', 'head', 'lawyer', 'clerk'].map(at)) as [Colleague, Colleague, Colleague, Colleague, Colleague, Colleague];
  const deficit = await trainee.find('record:deficits', 'методического дня');
  const person = await methodist.find('person', account('mentor2').name);
  const school = (n: number): Promise<string> => methodist.find('organisation', `Школа № ${n}`);
  await methodist.start('mentor-card', { person, school: await school(3), name: 'Учитель, проводила методические дни', category: 'highest', experienceYears: 12, competences: [deficit], capacity: 3, active: true });
  const pair = await trainee.start('pair-lifecycle', {
    topicKind: 'other', topic, deficit, goal: 'Научиться готовить методический день', desiredProduct: 'scenario', roleInActive: 'deputy-principal', school: await school(2),
    format: 'mixed', hoursPerWeek: 2, periodFrom: day(7), periodTo: day(150),
  });
  await methodist.complete(topic, 'choose', 'chosen', { data: { mentor: person, reason: 'Опыт проведения методических дней' } });
  await mentor.complete(topic, 'mentorconsent', 'agreed', { data: { personalData: true } });
  await trainee.complete(topic, 'traineeconsent', 'agreed', { data: { personalData: true } });
  await head.complete(topic, 'approval', 'approved');
  await methodist.complete(ORDER, 'draft', 'submit', { data: { basis: [{ document: 'Положение о методической мастерской', number: '24-3', date: '2026-09-10' }] } });
  await lawyer.complete(ORDER, 'visas', 'approved');
  await head.complete(ORDER, 'signing', 'signed');
  await clerk.complete(ORDER, 'registration', 'registered', { data: { date: day(0) } });
  await mentor.complete(topic, 'plan', 'drafted', {
    data: {
      goals: [{ text: 'Подготовить методический день' }], product: 'Сценарий методического дня', indicators: [{ text: 'Сценарий принят советом' }],
      steps: [45, 60, 90].map((after) => ({ what: 'Встреча и разбор материалов', when: day(after), result: 'Черновик' })),
    },
  });
  await trainee.complete(topic, 'planconfirm', 'confirmed');
  await methodist.complete(topic, 'plancheck', 'accepted');
  await mentor.act(pair, 'meeting');
  await mentor.complete(topic, 'meeting', 'recorded', { data: { date: day(0), kind: 'meeting', minutes: 90, agenda: 'Замысел дня', result: 'Договорились о плане' } });
}

/** Once suspended, it stays so. */
export async function suspendPair(topic: string): Promise<void> {
  const mentor = await Colleague.arrive('mentor2');
  const [pair] = await pairsOf(mentor, topic);
  if (pair === undefined) throw new Error(`No pair has the topic "${topic}"`);
  const { businessTime } = await mentor.read<{ businessTime: string }>('/clock');
  if (pair.state?.key !== 'suspended') await mentor.act(pair.id, 'suspension', { reasonCode: 'overload', resumeDate: isoDate(new Date(businessTime), 30) });
  await mentor.leave();
}

interface Pair { readonly id: string; readonly state: { readonly key: string } | null }

const pairsOf = async (mentor: Colleague, topic: string): Promise<readonly Pair[]> => (await mentor.read<{ items: readonly Pair[] }>(`/process-instances?q=${encodeURIComponent(topic)}`)).items;
