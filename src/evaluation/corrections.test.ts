import { describe, expect, it } from "vitest";
import type { CodedEvent } from "../coding/records.ts";
import { codedReadout } from "../store/coded-document.fixture.ts";
import { correctionReport, scoreCorrections } from "./corrections.ts";

const { document, coded } = codedReadout("readout");
const [call, pledge] = coded.events as [CodedEvent, CodedEvent];
const elsewhere: CodedEvent = { ...call, evidence: { ...call.evidence, trigger: [0, 1] }, retold: [] };

describe("a coder held against corrections", () => {
  it.each([
    ["what was right and is made again", { events: [call] }, [call], 1, 1],
    ["what was right and is made no more", { events: [call] }, [pledge], 0, 0],
    ["another event on the same words", { events: [{ ...call, type: "AGREE" }] }, [call], 1, 0],
    ["the same event on other words", { events: [call] }, [elsewhere], 0, 0],
    ["a changed status", { events: [{ ...call, status: "future" as const }] }, [call], 1, 0],
    ["changed recipients", { events: [{ ...call, recipients: pledge.actors }] }, [call], 1, 0],
    ["more events than were judged", { events: [call] }, [call, pledge], 1, 1],
    ["one coded event for two of the gold", { events: [call, { ...call, id: "other" }] }, [call], 1, 1],
  ])("is scored on %s", (_what, gold, made, found, right) => {
    const scores = scoreCorrections([{ document, wrong: [], ...gold }], () => made);
    expect(scores.judged.filter((one) => one.coded !== undefined)).toHaveLength(found);
    expect(correctionReport(scores, { errors: 5 })).toMatch(new RegExp(`right in all of it +${right} of`));
  });

  it.each([
    ["is made again", [call], true],
    ["is made no more", [pledge], false],
    ["is made otherwise", [{ ...call, type: "AGREE" }], false],
  ])("is told whether what was wrong %s", (_what, made, isMade) => {
    const { wrong } = scoreCorrections([{ document, events: [], wrong: [call] }], () => made);
    expect(wrong.map((one) => one.isMade)).toEqual([isMade]);
  });

  it("is shown its mistakes with their words", () => {
    const scores = scoreCorrections([{ document, events: [call], wrong: [pledge] }], () => [pledge]);
    const report = correctionReport(scores, { errors: 5 });
    expect(report).toContain('readout: "spoke by phone" is CONSULT/phone occurred');
    expect(report).toContain("not coded");
    expect(report).toContain("readout: no event, coded AGREE future China");
  });
});
