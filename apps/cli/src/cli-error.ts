/** Ends the command with an exit code and a sentence on stderr: 1 an expectation failed, 2 wrong input or usage, 3 something could not be reached. */
export class CliError extends Error {
  constructor(
    readonly exitCode: 1 | 2 | 3,
    message: string,
  ) {
    super(message);
    this.name = 'CliError';
  }
}
