/** ASVS 7.3.1 and 7.3.2: an hour without a request, a working day in any case. */
export const IDLE_MINUTES = 60;
export const MAX_HOURS = 12;

export const SESSION_COOKIE = 'reglament_session';

/** OWASP password storage: 19 MiB, two passes, one lane; about 44 ms here. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
