/** Does the work for every item, a few at the same time; results in the order of the items. */
export async function aFewAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next;
      next += 1;
      results[at] = await work(items[at]!);
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return results;
}
