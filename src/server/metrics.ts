import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";

/** Upper ends of the time classes, in seconds. */
const BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 5] as const;

interface RouteCounts {
  count: number;
  seconds: number;
  readonly buckets: number[];
}

/** Counts requests by route and status, for `/metrics` in the text format of Prometheus. */
export class Metrics {
  readonly #routes = new Map<string, RouteCounts>();
  readonly #statuses = new Map<string, number>();
  readonly #started = Date.now();

  readonly counting: MiddlewareHandler = async (c, next) => {
    const start = performance.now();
    await next();
    this.#add(routePath(c, -1), c.res.status, (performance.now() - start) / 1000);
  };

  /** @param gauges further values, by name */
  text(gauges: Readonly<Record<string, number>>): string {
    const lines = [
      "# TYPE dragoman_requests_total counter",
      ...[...this.#statuses].map(([labels, n]) => `dragoman_requests_total{${labels}} ${n}`),
      "# TYPE dragoman_request_seconds histogram",
      ...[...this.#routes].flatMap(([route, counts]) => histogramLines(route, counts)),
      ...Object.entries({
        ...gauges,
        uptime_seconds: Math.round((Date.now() - this.#started) / 1000),
      }).flatMap(([name, value]) => [`# TYPE dragoman_${name} gauge`, `dragoman_${name} ${value}`]),
    ];
    return `${lines.join("\n")}\n`;
  }

  #add(route: string, status: number, seconds: number): void {
    const labels = `route="${route}",status="${status}"`;
    this.#statuses.set(labels, (this.#statuses.get(labels) ?? 0) + 1);
    const counts = this.#routes.get(route) ?? { count: 0, seconds: 0, buckets: BUCKETS.map(() => 0) };
    counts.count++;
    counts.seconds += seconds;
    for (const [i, end] of BUCKETS.entries())
      if (seconds <= end) counts.buckets[i] = (counts.buckets[i] ?? 0) + 1;
    this.#routes.set(route, counts);
  }
}

function histogramLines(route: string, { count, seconds, buckets }: RouteCounts): string[] {
  const name = "dragoman_request_seconds";
  return [
    ...BUCKETS.map((end, i) => `${name}_bucket{route="${route}",le="${end}"} ${buckets[i]}`),
    `${name}_bucket{route="${route}",le="+Inf"} ${count}`,
    `${name}_sum{route="${route}"} ${seconds.toFixed(4)}`,
    `${name}_count{route="${route}"} ${count}`,
  ];
}
