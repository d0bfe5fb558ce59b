/** A number with its thousands set off: "12,400". */
export function count(number: number): string {
  return number.toLocaleString("en");
}

/** A number of things: "1 document", "1,204 documents". */
export function counted(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** A length of time for people: "3.2 s", "48 s", "5 min 20 s", "2 h 5 min". */
export function duration(milliseconds: number): string {
  if (milliseconds < 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Things done in a second: "0.05", "3.8", "27", "1,204". */
export function rate(number: number, milliseconds: number): string {
  const perSecond = (number * 1000) / milliseconds;
  return perSecond < 10 ? String(Number(perSecond.toPrecision(2))) : count(Math.round(perSecond));
}
