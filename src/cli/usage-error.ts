/**
 * Something that whoever called flowc can put right: a wrong argument, a file that cannot be read. Ends with exit code
 * 2.
 */
export class UsageError extends Error {
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.name = 'UsageError';
    this.help = help;
  }
}
