import { type Command, Option } from "commander";
import { minConfidenceOption, strictOption } from "./coding-options.ts";
import { dictionaryOption } from "./dictionary-option.ts";
import { type EvaluateOptions, GOLD_KINDS, goldKindOf } from "./gold-kinds.ts";
import { countValue } from "./option-values.ts";

const HELP = `
Kinds of gold, told apart by their look, or named with --as:
${GOLD_KINDS.map(({ name, scores }) => `  ${name.padEnd(12)} ${scores}`).join("\n")}

Examples:
  dragoman evaluate en_ewt-ud-dev.conllu
  dragoman evaluate en_ewt-ud-dev.conllu --given-tokens
  dragoman evaluate gum-dev.conllu --genre news interview --relations
  dragoman evaluate gum-dev.conllu --as attribution --genre news interview
  dragoman evaluate gold.conllu --against output.conllu
  dragoman evaluate plv-dev.tsv --errors 50
  dragoman evaluate uner-en_ewt-dev.iob2
  dragoman evaluate gsr-dev.json
  dragoman evaluate PETR.UnitTest.records.xml --dictionary PETR.Validate.actors.txt
  dragoman evaluate events.duckdb --errors 50
  dragoman evaluate gum-dev.jsonl --as coref --genre news interview

Words of trees are aligned by their characters, as in the CoNLL 2018 shared
task; LAS counts relations without their subtypes, LAS+ with them.

An event is found where one coded event of the text has its type, one of its
actors acting and one of its recipients undergoing; CONCEDE and RETREAT count
as one type, YIELD. A party is right where its words overlap, where one's name
holds the other's, or where country and sector are the same.
`;

/** Adds `dragoman evaluate`: scores any stage against gold. */
export function register(program: Command): void {
  program
    .command("evaluate")
    .summary("score any stage against gold")
    .description("Scores what Dragoman reads against what people have read: the measures follow the gold.")
    .argument("<GOLD>", "file with gold annotation")
    .addOption(
      new Option("--as <KIND>", "take the file for this kind of gold").choices(
        GOLD_KINDS.map(({ name }) => name),
      ),
    )
    .addOption(
      new Option("--errors <N>", "print this many of the worst errors").argParser(countValue).default(20),
    )
    .addOption(dictionaryOption())
    .addOption(strictOption())
    .addOption(minConfidenceOption())
    .option("--genre <GENRES...>", "only documents of these genres")
    .option("--raw", "trees: parse from raw text (the default)")
    .addOption(
      new Option("--given-tokens", "trees: keep the gold sentences and tokens").conflicts(["raw", "against"]),
    )
    .option("--against <FILE>", "trees: score this CoNLL-U file instead of parsing")
    .option("--relations", "trees: also print right and wrong arcs by relation")
    .option("--language <CODE>", "trees: language of the text", "en")
    .option("--model <FILE>", "trees: use this model instead of the bundled one")
    .addHelpText("after", HELP)
    .action(async (file: string, options: EvaluateOptions & { readonly as?: string }) => {
      const kind = GOLD_KINDS.find(({ name }) => name === options.as) ?? goldKindOf(file);
      process.stdout.write(await kind.report(file, options));
    });
}
