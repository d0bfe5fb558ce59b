/** Where the reader is: the address is the view. */
export const route = $state({
  path: location.pathname,
  query: new URLSearchParams(location.search),
  /** How often the reader has gone on to another page since the room was opened. */
  turns: 0,
});

function follow(): void {
  if (route.path !== location.pathname) route.turns++;
  route.path = location.pathname;
  route.query = new URLSearchParams(location.search);
}

/** Goes to an address of the room; `isSamePage` keeps the place on the page (a filter that changes). */
export function go(address: string, { isSamePage = false } = {}): void {
  if (isSamePage) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  const isElsewhere = location.pathname !== route.path;
  follow();
  if (!isSamePage && isElsewhere) scrollTo(0, 0);
}

/** Lets links inside the room be followed without loading it anew; the API and files are left to the browser. */
export function followLinks(): void {
  addEventListener("popstate", follow);
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

/** Narrows what this page shows, and stays on it. */
export function narrow(changes: Readonly<Record<string, string | readonly string[] | undefined>>): void {
  go(addressWith(route.path, route.query, changes), { isSamePage: true });
}
