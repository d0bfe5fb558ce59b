import { get } from "./api.ts";

/** An answer of the server that follows an address: the last one stays to be looked at until the next is there. */
export interface Resource<Answer> {
  readonly data: Answer | undefined;
  readonly error: string | undefined;
  readonly isWaiting: boolean;
  reload(): void;
}

/** @param address what to ask for now; nothing while it is undefined */
export function resource<Answer>(address: () => string | undefined): Resource<Answer> {
  let data = $state.raw<Answer>();
  let error = $state<string>();
  let isWaiting = $state(true);
  let turn = $state(0);
  const wanted = $derived(address()); // what goes into an address may change, and the address not
  $effect(() => {
    const asked = wanted;
    if (asked === undefined || turn < 0) return; // reading the turn asks anew when it changes
    const stop = new AbortController();
    isWaiting = true;
    get<Answer>(asked, stop.signal)
      .then((answer) => {
        data = answer;
        error = undefined;
      })
      .catch((cause: unknown) => {
        if (!stop.signal.aborted) error = cause instanceof Error ? cause.message : String(cause);
      })
      .finally(() => {
        if (!stop.signal.aborted) isWaiting = false;
      });
    return () => stop.abort();
  });
  return {
    get data() {
      return data;
    },
    get error() {
      return error;
    },
    get isWaiting() {
      return isWaiting;
    },
    reload() {
      turn++;
    },
  };
}
