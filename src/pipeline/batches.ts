import type { ReadItem } from "../document/read-item.ts";

/** A batch is full at this many items or characters: enough to make the hand-over to a thread cheap beside the coding. */
const ITEMS = 16;
const CHARACTERS = 64 * 1024;

/** Items in order, cut into batches for the threads; warnings and problems stay in their places between documents. */
export async function* batches(items: AsyncIterable<ReadItem>): AsyncGenerator<readonly ReadItem[]> {
  let batch: ReadItem[] = [];
  let characters = 0;
  for await (const item of items) {
    batch.push(item);
    if (item.kind === "document") characters += item.document.text.length;
    if (batch.length < ITEMS && characters < CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
