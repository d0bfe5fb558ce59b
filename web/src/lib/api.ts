/** What went wrong, in a sentence for the reader. */
export class AnswerError extends Error {}

/** Asks the server for JSON. */
export async function get<Answer>(address: string, signal?: AbortSignal): Promise<Answer> {
  return answered<Answer>(fetch(address, signal === undefined ? {} : { signal }));
}

/** Sends JSON to the server. */
export async function send<Answer>(
  method: "POST" | "DELETE",
  address: string,
  body?: unknown,
): Promise<Answer> {
  return answered<Answer>(
    fetch(address, {
      method,
      headers: { "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
}

async function answered<Answer>(asked: Promise<Response>): Promise<Answer> {
  const response = await asked.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new AnswerError(
      "The reading room does not answer. It may have been closed; start it again and reload.",
      {
        cause,
      },
    );
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body as Answer;
  const told = (body as { error?: { message?: string } } | undefined)?.error?.message;
  throw new AnswerError(sentence(told ?? `the server answered ${response.status}`));
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
