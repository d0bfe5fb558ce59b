import pc from "picocolors";
import { describe, expect, it } from "vitest";
import { loadOntology } from "../ontology/ontology.ts";
import { ontologyText } from "./ontology-text.ts";

const ontology = loadOntology();
const plain = { width: 80, colours: pc.createColors(false) };

describe("the ontology for reading", () => {
  it("lists every type with its score and modes", () => {
    const text = ontologyText(ontology, undefined, plain);
    expect(text).toContain(
      "  CONSULT     +2.5  verbal cooperation: visit, third-party, multilateral, phone\n",
    );
    expect(text).toContain("  AGREE       +2.5  verbal cooperation\n");
    expect(text?.match(/^ {2}[A-Z]+ /gm)).toHaveLength(16);
  });

  it("tells of one type, in whatever case it is asked for", () => {
    const text = ontologyText(ontology, "accuse", plain);
    expect(text).toContain("verbal conflict; score -3.0; may do without a recipient.");
    expect(text).toContain("so the sign is a misprint: we use -3."); // the note on the score
    expect(text).toContain("  1124   -2.0  Accuse of war crimes: allege [military, legal]\n");
    expect(text).not.toContain("Investigate crime, corruption: allege");
  });

  it("leaves out the section of modes where a type has none", () => {
    expect(ontologyText(ontology, "SUPPORT", plain)).not.toContain("Modes");
  });

  it("tells of one CAMEO code and its parts", () => {
    expect(ontologyText(ontology, "162", plain)).toBe(
      [
        "162  Reduce or stop material aid",
        "Goldstein value -5.6; SANCTION/discontinue [human_security].",
        "  1621   -5.6  Reduce or stop economic assistance: SANCTION/discontinue",
        "               [economic]",
        "  1622   -5.6  Reduce or stop military assistance: SANCTION/discontinue",
        "               [military]",
        "  1623   -5.6  Reduce or stop humanitarian assistance: SANCTION/discontinue",
        "               [human_security]",
        "",
      ].join("\n"),
    );
    expect(ontologyText(ontology, "011", plain)).toContain("no event in PLOVER");
  });

  it.each(["41", "CONSULTS", "context", "", "constructor"])("knows nothing of %j", (subject) => {
    expect(ontologyText(ontology, subject, plain)).toBeUndefined();
  });

  it.each([undefined, "contexts", "cameo", "ASSAULT", "COERCE", "THREATEN", "10"])(
    "fits 80 columns on %s",
    (subject) => {
      for (const line of (ontologyText(ontology, subject, plain) ?? "").split("\n")) {
        expect(line.length, line).toBeLessThanOrEqual(80);
      }
    },
  );
});
