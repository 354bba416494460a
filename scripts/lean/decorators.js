// Lit's decorators, as TypeScript's `experimentalDecorators` call them; without those of standard decorators.

/** @param {object} [options] */
export const property = (options) => (/** @type {any} */ prototype, /** @type {string} */ name) =>
  prototype.constructor.createProperty(name, options);

export const state = () => property({ state: true });
