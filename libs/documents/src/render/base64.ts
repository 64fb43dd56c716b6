const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (RFC 4648) without a platform's own encoder: this library runs in servers and browsers alike. */
export function toBase64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const group = [18, 12, 6, 0].map((shift) => digits.charAt((word >> shift) & 63)).join('');
    groups.push(at + 2 < bytes.length ? group : group.slice(0, bytes.length - at + 1).padEnd(4, '='));
  }
  return groups.join('');
}
