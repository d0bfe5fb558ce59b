/** Where the reader is: the address is the view. */
export const route = $state({
  path: location.pathname,
  query: new URLSearchParams(location.search),
  /** How often the reader has gone on to another page since the room was opened. */
  turns: 0,
});

/** Where the page was scrolled to when it was left, in the history's entry of it. */
interface Left {
  readonly scroll: number;
}

function leave(): void {
  history.replaceState({ scroll: scrollY } satisfies Left, "");
}

/** Milliseconds a page may take to be as high again as it was. */
const PATIENCE = 5000;
/** Milliseconds for which it has to stay so: charts and lists come one after the other. */
const STEADY = 600;
/** Counts the reader's moves: whoever goes on meanwhile is not taken back. */
let moves = 0;

/** Scrolls to where the page was left, as soon as it is high enough again. */
function comeBack({ scroll }: Left): void {
  const until = performance.now() + PATIENCE;
  const move = ++moves;
  let since: number | undefined;
  (function attempt() {
    const now = performance.now();
    if (move !== moves || now > until || (since !== undefined && now - since > STEADY)) return;
    if (Math.abs(scrollY - scroll) > 1) {
      since = undefined;
      if (document.documentElement.scrollHeight >= scroll + innerHeight) scrollTo(0, scroll);
    } else since ??= now;
    requestAnimationFrame(attempt);
  })();
}

function follow(): void {
  if (route.path !== location.pathname) route.turns++;
  route.path = location.pathname;
  route.query = new URLSearchParams(location.search);
}

/**
 * Goes to an address of the room.
 * @param options `isSamePage` keeps the place on the page (a filter that changes), `isTyped` makes no step to go back to
 */
export function go(address: string, { isSamePage = false, isTyped = false } = {}): void {
  leave();
  if (isTyped) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  moves++;
  const isElsewhere = location.pathname !== route.path;
  follow();
  if (!isSamePage && isElsewhere) scrollTo(0, 0);
}

/** Lets links inside the room be followed without loading it anew; the API and files are left to the browser. */
export function followLinks(): void {
  history.scrollRestoration = "manual"; // lists are drawn after the browser would have scrolled
  if (history.state !== null) comeBack(history.state); // a page that is new stays where it is scrolled to
  addEventListener("pagehide", leave);
  addEventListener("popstate", (event) => {
    follow();
    comeBack(event.state ?? { scroll: 0 });
  });
  for (const move of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(move, () => moves++, { passive: true });
  }
  document.addEventListener("click", (event) => {
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const href = link?.getAttribute("href");
    if (!isPlain || event.defaultPrevented || !href?.startsWith("/") || link?.hasAttribute("download"))
      return;
    if (/^\/(api\/|openapi\.json|metrics|health)/.test(href)) return;
    event.preventDefault();
    go(href);
  });
}

/** An address with some parameters set anew; empty ones are left out. */
export function addressWith(
  path: string,
  query: URLSearchParams,
  changes: Readonly<Record<string, string | readonly string[] | undefined>>,
): string {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    changed.delete(name);
    for (const one of value === undefined ? [] : [value].flat())
      if (one !== "") changed.append(name, String(one));
  }
  const text = changed.toString();
  return text === "" ? path : `${path}?${text}`;
}

/**
 * Narrows what this page shows, and stays on it.
 * @param options `isTyped` for what changes letter by letter
 */
export function narrow(
  changes: Readonly<Record<string, string | readonly string[] | undefined>>,
  { isTyped = false } = {},
): void {
  go(addressWith(route.path, route.query, changes), { isSamePage: true, isTyped });
}
