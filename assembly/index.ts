export { adam, add, addRow, maskRows, rectify, rectifyBack, scale, squareSum, sumRows } from "./elementwise";
export { multiply, packColumns, packRows } from "./matrix";
export { multiplyQuantised, quantise } from "./quantised";
export { recur, recurBack } from "./recurrence";
export { joinWords, sumLookups, sumLookupsBack } from "./rows";
