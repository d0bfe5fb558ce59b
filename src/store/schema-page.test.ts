import { expect, it } from "vitest";
import { TABLES } from "./schema.ts";
import type { Table } from "./table.ts";
import { VIEWS } from "./views.ts";

it("docs/schema.md says what the schema says", async () => {
  await expect(schemaPage()).toMatchFileSnapshot("../../docs/schema.md");
});

/** The tables and views of a store as a page of Markdown: `docs/schema.md`. */
function schemaPage(): string {
  return `${[
    "# The tables and views of a store",
    "Made from `src/store/schema.ts` and `src/store/views.ts` by `npx vitest run src/store/schema-page.test.ts --update`; `dragoman info DB --schema` prints the same of a store at hand. How to open a store, and what its rows are: [store.md](store.md).",
    "## Tables",
    ...TABLES.flatMap(tableSection),
    "## Views",
    "| view | what a row is |\n| --- | --- |",
  ].join("\n\n")}\n${VIEWS.map(({ name, meaning }) => `| \`${name}\` | ${cell(meaning)} |\n`).join("")}`;
}

function tableSection({ name, meaning, columns }: Table): string[] {
  const rows = Object.entries(columns).map(
    ([column, entry]) => `| \`${column}\` | ${entry.type} | ${cell(entry.meaning)} |`,
  );
  return [`### ${name}`, meaning, ["| column | type | meaning |", "| --- | --- | --- |", ...rows].join("\n")];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
