import { once } from "node:events";

/** Where text is written to: standard output, or a stand-in for it. */
export interface TextSink {
  /** Resolves when more can be taken. */
  write(text: string): Promise<void>;
  /** Whether the reader has gone away (`dragoman code … | head`): nothing more needs to be made. */
  readonly isClosed: boolean;
}

/** Standard output, waited for when its reader is slow, and quietly closed when its reader leaves. */
export function standardOutput(stream: NodeJS.WriteStream, onClosed: () => void): TextSink {
  let isClosed = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") return; // `main` reports it
    isClosed = true;
    onClosed();
  });
  return {
    get isClosed() {
      return isClosed;
    },
    async write(text) {
      if (isClosed || stream.write(text)) return;
      // A stream that fails does not drain; the listener above has noted it by then.
      await Promise.race([once(stream, "drain"), once(stream, "close")]).catch(() => undefined);
    },
  };
}
