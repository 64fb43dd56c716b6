import { Refusal } from './refusal.mjs';

/** Older ones cannot `require()` an ES module, which some packages do. */
const oldest = [20, 19];

export function checkNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Refusal(`Нужен Node.js ${oldest.join('.')} или новее, сейчас ${process.version}.`, `Node.js ${oldest.join('.')} or newer is needed, this is ${process.version}.`);
}
