export { databaseUrl, onServer, testServer } from './database/server.js';
export { testDatabase, type TestDatabase } from './database/test-database.js';
export { organisationIn } from './builders/organisation.js';
export { activityOf, closeTask, history, instanceOf, openTask, startOf, taskOf, transitionOf } from './builders/transition.js';
export { definitionOf } from './builders/definition.js';
export { personIn, type PersonGiven } from './builders/person.js';
export { fixedClock, type FixedClock } from './clock/fixed-clock.js';
export { findRedis, startRedis, type RedisServer } from './redis/redis-server.js';
export { startSmtpListener, type ReceivedMail, type SmtpListener, type Treatment } from './mail/smtp-listener.js';
