/** Publishes a definition without forms in the topmost organisation, as the designer would. */
export async function publishForChaos(store, definition) {
  const { contentHash } = await import('@reglament/contracts');
  const { findAllOrganisations, inTransaction, publishDefinition } = await import('@reglament/store');
  const [root] = await findAllOrganisations(store);
  const hash = contentHash({ definition, forms: {} });
  await inTransaction(store, (tx) => publishDefinition(tx, { organisation: root.id, key: definition.key, hash, title: definition.title, content: definition, origin: 'panel', package: null, publishedBy: null }, { forms: {} }, null));
}
