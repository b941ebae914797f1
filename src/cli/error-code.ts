/** An error of the system, such as ENOENT. */
export const isErrorWithCode = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';
