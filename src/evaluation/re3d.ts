import { z } from "zod";
import { GoldError } from "./gold-error.ts";
import type { ClassedSpan } from "./named-entities.ts";

/** Classes of re3d's entities that are actors; its countries and armed groups are organisations. */
export const RE3D_KINDS = ["Person", "Organisation"] as const;

export type Re3dKind = (typeof RE3D_KINDS)[number];

/** A document of re3d with its persons, organisations and groups, named or described ("the Iraqi population"). */
export interface Re3dDocument {
  readonly id: string;
  readonly text: string;
  readonly actors: readonly ClassedSpan<Re3dKind>[];
}

const lineSchema = z.object({
  id: z.string(),
  text: z.string(),
  entities: z.array(
    z.object({
      begin: z.number().int(),
      end: z.number().int(),
      type: z.string(),
      confidence: z.number(),
    }),
  ),
});

/** What annotators agreed on less is no gold. */
const LEAST_CONFIDENCE = 0.5;

/**
 * Reads re3d's documents, one a line.
 *
 * @throws GoldError naming file and line
 */
export function readRe3d(content: string, file: string): Re3dDocument[] {
  return content.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const parsed = lineSchema.safeParse(jsonOf(line));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new GoldError(file, index + 1, `no re3d document: ${issue?.path.join(".")}: ${issue?.message}`);
    }
    const { id, text, entities } = parsed.data;
    const actors = entities.flatMap(({ begin, end, type, confidence }) => {
      const kind = RE3D_KINDS.find((known) => known === type);
      if (kind === undefined || confidence < LEAST_CONFIDENCE) return [];
      return [{ span: [begin, end] as const, kind }];
    });
    return [{ id, text, actors }];
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
