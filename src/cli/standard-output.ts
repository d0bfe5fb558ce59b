/** Where text is written to: standard output, or a stand-in for it. */
export interface TextSink {
  /** Resolves when more can be taken. */
  write(text: string): Promise<void>;
  /** Whether the reader has left: what is written is lost. */
  readonly isClosed: boolean;
}

/**
 * Standard output, waited for when its reader is slow.
 * @param onClosed called when the reader has left (`dragoman code … | head`): nothing more needs to be made
 */
export function standardOutput(stream: NodeJS.WriteStream, onClosed: () => void): TextSink {
  let isClosed = false;
  let goOn: () => void = () => undefined;
  stream.on("drain", () => goOn());
  stream.on("error", () => {
    isClosed = true; // an error other than a reader that left is reported by `main`
    onClosed();
    goOn(); // a stream that has failed does not drain
  });
  return {
    get isClosed() {
      return isClosed;
    },
    async write(text) {
      if (isClosed || stream.write(text)) return;
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    },
  };
}
