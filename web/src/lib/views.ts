import type { Component } from "svelte";

/** A page of the room: its code is loaded when it is asked for. */
export interface View {
  /** The address in the navigation that it belongs to. */
  readonly under: string;
  readonly given: Readonly<Record<string, string>>;
  load(): Promise<Component<Record<string, string>>>;
}

interface Entry {
  readonly pattern: RegExp;
  readonly under: string;
  readonly parts?: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: each page has properties of its own, given by its pattern
  load(): Promise<{ default: Component<any> }>;
}

const VIEWS: readonly Entry[] = [
  { pattern: /^\/$/, under: "/", load: () => import("../pages/Overview.svelte") },
  { pattern: /^\/events$/, under: "/events", load: () => import("../pages/Events.svelte") },
  { pattern: /^\/documents$/, under: "/documents", load: () => import("../pages/Documents.svelte") },
  {
    pattern: /^\/document\/([^/]+)$/,
    under: "/documents",
    parts: ["id"],
    load: () => import("../pages/StoredDocument.svelte"),
  },
  { pattern: /^\/pairs$/, under: "/pairs", load: () => import("../pages/Pairs.svelte") },
  {
    pattern: /^\/pair\/([^/]+)\/([^/]+)$/,
    under: "/pairs",
    parts: ["a", "b"],
    load: () => import("../pages/Pair.svelte"),
  },
  { pattern: /^\/network$/, under: "/network", load: () => import("../pages/Network.svelte") },
  { pattern: /^\/map$/, under: "/map", load: () => import("../pages/Map.svelte") },
  { pattern: /^\/commitments$/, under: "/commitments", load: () => import("../pages/Commitments.svelte") },
  { pattern: /^\/corrections$/, under: "/corrections", load: () => import("../pages/Corrections.svelte") },
  { pattern: /^\/code$/, under: "/code", load: () => import("../pages/CodeText.svelte") },
  { pattern: /^\/api$/, under: "/api", load: () => import("../pages/Api.svelte") },
];

const NOWHERE: Entry = { pattern: /^/, under: "", load: () => import("../pages/Nowhere.svelte") };

/** The page at a path. */
export function viewOf(path: string): View {
  const entry = VIEWS.find(({ pattern }) => pattern.test(path)) ?? NOWHERE;
  const found = entry.pattern.exec(path) ?? [];
  const given = Object.fromEntries((entry.parts ?? []).map((name, i) => [name, decoded(found[i + 1] ?? "")]));
  return { under: entry.under, given, load: async () => (await entry.load()).default };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // no address of ours; nothing will be found by it
  }
}
