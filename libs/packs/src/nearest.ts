/**
 * The known name a person most likely meant, or undefined where none is close: at most a third of its letters
 * differ (Levenshtein distance, two neighbours swapped counting once), or one begins with the other.
 */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const name of known) {
    const distance = editDistance(written.toLowerCase().slice(0, 64), name.toLowerCase());
    if (best === undefined || distance < best.distance) best = { name, distance };
  }
  if (best !== undefined && best.distance <= Math.ceil(best.name.length / 3)) return best.name;
  return [...known].find(
    (name) => written.length >= 3 && (name.startsWith(written) || written.startsWith(name)),
  );
}

/** What to write in place of an unknown name: the nearest, else the list of all that are known. */
export function insteadOfName(written: string, known: readonly string[], none: string): string {
  const nearest = nearestName(written, known);
  if (nearest !== undefined) return nearest;
  if (known.length === 1) return known[0]!;
  return known.length === 0 ? none : `one of ${known.slice(0, 30).join(', ')}`;
}

function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substituted = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      let cost = Math.min(previous[column]! + 1, current[column - 1]! + 1, substituted);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, beforePrevious[column - 2]! + 1);
      }
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}
