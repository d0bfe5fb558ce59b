/** The period an address gives, as a question to the API. */
export function periodQuery(query: URLSearchParams): string {
  const period = new URLSearchParams();
  for (const name of ["from", "to"]) {
    const value = query.get(name);
    if (value) period.set(name, value);
  }
  return period.toString();
}
