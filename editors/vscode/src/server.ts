import { diskFileSystem } from '../../../src/cli/file-system.ts';
import { fontFiles } from '../../../src/cli/font-files.ts';
import { today } from '../../../src/cli/today.ts';
import { version } from '../../../src/cli/version.ts';
import { serve } from '../../../src/server/main.ts';

/** The language server that comes with the extension: what `flowc lsp` is, and nothing of the other commands. */
await serve({ files: diskFileSystem, today, version: version(), fonts: async () => fontFiles });
process.exit(0);
