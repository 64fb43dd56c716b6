/** Whether a message of the system, of Node or of PostgreSQL (SQLSTATE 53100) says that the disk is full. */
export function outOfSpace(message) {
  return /ENOSPC|No space left on device|disk full|53100/i.test(message);
}
