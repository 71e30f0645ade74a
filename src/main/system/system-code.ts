// Reads the system's error code, such as `ENOSPC`.

/** The system's code of an error, such as `ENOSPC`, or `UNKNOWN` if it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
