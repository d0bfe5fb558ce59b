import type { Reporter, TestModule } from "vitest/node";

/** Closes a test run with the one plain line that every CI reads: "N passed, N failed". */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      // A file that breaks before its first test has no tests to count, and has failed all the same.
      if (!module.ok() && module.errors().length > 0) count.failed++;
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
    // Vitest's own reporter prints its summary in the same moment; ours has to come last.
    process.once("exit", () =>
      process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`),
    );
  }
}
