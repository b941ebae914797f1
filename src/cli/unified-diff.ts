import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** What would change in a file, as a patch that `patch` and `git apply` read. */
export const unifiedDiff = (
  path: string,
  { before, after }: { readonly before: string; readonly after: string },
): string =>
  createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
