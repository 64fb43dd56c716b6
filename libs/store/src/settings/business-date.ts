/**
 * SQL for the business date (decision 7) in the zone that another expression gives: what holds today in an office holds by its own clock, which a
 * demo base may have moved. `current_date` would be the server's.
 */
export const businessDateIn = (zone: string): string =>
  `((now() + make_interval(secs => coalesce((select (value ->> 'seconds')::float8 from settings where key = 'clock-offset'), 0))) at time zone ${zone})::date`;
