// linted as: apps/api/src/main.ts
// caught by: @typescript-eslint/no-implied-eval
setTimeout('stop()', 1);
