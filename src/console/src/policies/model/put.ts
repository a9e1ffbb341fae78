/**
 * The object with one member set, or without it when the value is undefined. A member that is there keeps its place; a new one goes
 * before the first that follows it in `order`, so that a changed document still reads like one that was written by hand.
 */
export function put<T extends object, K extends keyof T & string>(object: T, key: K, value: T[K] | undefined, order: readonly string[] = []): T {
  if (value === undefined) {
    return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)) as T;
  }
  if (key in object || !order.includes(key)) return { ...object, [key]: value };
  const later = order.slice(order.indexOf(key) + 1);
  const members = Object.entries(object);
  const at = members.findIndex(([name]) => later.includes(name));
  if (at < 0) return { ...object, [key]: value };
  return Object.fromEntries([...members.slice(0, at), [key, value], ...members.slice(at)]) as T;
}

/** The list with one item replaced. */
export function replaced<T>(list: readonly T[], at: number, change: (item: T) => T): T[] {
  return list.map((item, index) => (index === at ? change(item) : item));
}
