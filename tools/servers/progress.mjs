/** One line of progress on stderr; stdout belongs to results. @param {string} line */
export function progress(line) {
  process.stderr.write(`${line}\n`);
}
