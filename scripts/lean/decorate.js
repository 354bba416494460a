// What the compiler makes of a decorated field; ours have one decorator each, and it gives nothing back.

/** @param {((prototype: object, name: string) => void)[]} decorators @param {object} prototype @param {string} name */
export default ([decorate], prototype, name) => decorate?.(prototype, name);
