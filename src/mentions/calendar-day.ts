/** A day as the number of days since 1970-01-01, so that days can be counted and compared. */
export type CalendarDay = number;

/** First and last day. */
export type Interval = readonly [first: CalendarDay, last: CalendarDay];

const MILLISECONDS = 86_400_000;

/** @param month counts from 1; months and days past the end run on into the next year or month */
export function calendarDay(year: number, month: number, day: number): CalendarDay {
  return Math.round(Date.UTC(year, month - 1, day) / MILLISECONDS);
}

/** @param text `YYYY-MM-DD` */
export function parseDay(text: string): CalendarDay {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / MILLISECONDS);
}

/** `YYYY-MM-DD` */
export function formatDay(day: CalendarDay): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

export function yearOf(day: CalendarDay): number {
  return new Date(day * MILLISECONDS).getUTCFullYear();
}

/** Counts from 1. */
export function monthOf(day: CalendarDay): number {
  return new Date(day * MILLISECONDS).getUTCMonth() + 1;
}

export function dayOfMonth(day: CalendarDay): number {
  return new Date(day * MILLISECONDS).getUTCDate();
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function monthInterval(year: number, month: number): Interval {
  return [calendarDay(year, month, 1), calendarDay(year, month + 1, 0)];
}

export function yearInterval(year: number): Interval {
  return [calendarDay(year, 1, 1), calendarDay(year, 12, 31)];
}

/** Whether a month of a year has a day of that number. */
export function isDayOfMonth(month: number, day: number): boolean {
  const days = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= days;
}

/** A day moved by months, kept within the month it comes to: a month after January 31 is February 28 or 29. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const moved = monthInterval(yearOf(day), monthOf(day) + months);
  return Math.min(moved[0] + dayOfMonth(day) - 1, moved[1]);
}
