import type { Command } from "commander";
import { EVENT_TYPES } from "../ontology/event-types.ts";
import { loadOntology } from "../ontology/ontology.ts";
import { CliError } from "./cli-error.ts";
import { ontologyText } from "./ontology-text.ts";
import { coloursFor, tableWidth } from "./terminal.ts";

/** Adds `dragoman ontology`: the event types, modes, contexts, scores and codes that events are coded in. */
export function register(program: Command): void {
  program
    .command("ontology")
    .summary("print the event types, modes, contexts, scores and CAMEO codes")
    .description(
      "Prints what events can be: PLOVER's types, modes, contexts and scores, and the CAMEO codes they have.",
    )
    .argument("[subject]", 'an event type, a CAMEO code, "contexts" or "cameo"; all types where absent')
    .addHelpText(
      "after",
      "\nExamples:\n  dragoman ontology\n  dragoman ontology CONSULT\n  dragoman ontology 163",
    )
    .action((subject: string | undefined) => {
      const { stdout } = process;
      const colours = coloursFor({
        isTerminal: stdout.isTTY === true,
        env: process.env,
        isAllowed: program.opts().color !== false,
      });
      const text = ontologyText(loadOntology(), subject, { width: tableWidth(stdout.columns), colours });
      if (text === undefined) {
        throw new CliError(
          `The ontology has no "${subject}"; expected a CAMEO code, "contexts", "cameo" or one of ${EVENT_TYPES.join(", ")}.`,
        );
      }
      stdout.write(text);
    });
}
