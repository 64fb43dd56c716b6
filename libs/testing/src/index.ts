export { databaseUrl, onServer, testServer } from './database/server.js';
export { testDatabase, type TestDatabase } from './database/test-database.js';
