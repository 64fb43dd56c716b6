/** Made at boot from the controllers, which include the one that serves it: hence a place of its own, filled by the module. */
export const SURFACE = {
  made: '{}',
  text(): string {
    return this.made;
  },
};
