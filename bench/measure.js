/** Milliseconds a function takes, the best of a few rounds: other work on the machine only ever makes it slower. */
export function bestOf(rounds, work) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

export function megabytes(bytes) {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}

/** Every n-th of a list, about as many as asked for: a sample that is the same in every run. */
export function sample(list, size) {
  const step = Math.max(1, Math.floor(list.length / size));
  return list.filter((_, i) => i % step === 0);
}

/** Starts a clock; it says what passed since then. */
export function measured() {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - start) / 1000;
    return {
      seconds,
      text: `${seconds.toFixed(1)} s, of processors ${((user + system) / 1e6).toFixed(1)} s`,
    };
  };
}
