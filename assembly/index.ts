export { adam, add, addRow, maskRows, rectify, rectifyBack, scale, squareSum, sumRows } from "./elementwise";
export { multiply, packColumns, packRows } from "./matrix";
export { recur, recurBack } from "./recurrence";
export { sumLookups, sumLookupsBack } from "./rows";
