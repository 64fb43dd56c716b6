const ADDRESS = /[^\s<>@"'(),;:]+@[^\s<>@"'(),;]+[^\s<>@"'(),;:.]/g;

/** `i***@school.ru`: enough to tell two people apart, not enough to write to them. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at <= 0 ? '***' : `${address.slice(0, 1)}***${address.slice(at)}`;
}

/** A server's answer without the addresses that servers like to repeat in it. */
export function maskAddresses(text: string): string {
  return text.replaceAll(ADDRESS, maskAddress);
}
