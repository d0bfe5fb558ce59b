/** Values with how often each comes, the most frequent first; of equals, whichever came first. */
export function mostFrequent<Value>(values: Iterable<Value>): (readonly [value: Value, times: number])[] {
  const times = new Map<Value, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1]);
}
