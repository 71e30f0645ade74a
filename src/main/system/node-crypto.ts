// Loads Node's cryptography when it is first used: it would take five milliseconds of each launch.

/** `node:crypto`, as an import would give it. */
export const nodeCrypto = () => process.getBuiltinModule('node:crypto');
