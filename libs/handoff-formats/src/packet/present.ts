/** A member that is left out where there is nothing to say; proto has no absent strings, JSON has. */
export function present<K extends string>(key: K, value: string): { [key in K]?: string } {
  return value === '' ? {} : ({ [key]: value } as { [key in K]: string });
}
