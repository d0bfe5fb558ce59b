import { expect, it } from "vitest";
import { formatBytes, parseBytes } from "./byte-size.ts";

it.each([
  ["20MB", 20e6],
  ["500 kb", 500e3],
  ["1.5MB", 1.5e6],
  ["412", 412],
  ["1GB", 1e9],
])("reads %s as %d bytes", (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes);
});

it.each(["", "MB", "-1", "1 MiB", "1TB", "20MB x", "1e6"])("does not read %j", (text) => {
  expect(parseBytes(text)).toBeUndefined();
});

it.each([
  [1, "1 byte"],
  [412, "412 bytes"],
  [1200, "1.2 KB"],
  [20e6, "20 MB"],
  [209_715_200, "210 MB"],
  [3e9, "3 GB"],
])("writes %d bytes as %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
