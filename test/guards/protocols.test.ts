import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Boundary } from "../../src/formats/boundary.js";
import { editorSocket } from "../../src/formats/editorSocket.js";
import { engineSocket } from "../../src/formats/engine.js";
import { graphPanel } from "../../src/formats/graphPanel.js";
import { languageServer } from "../../src/formats/languageServer.js";
import { previewPanel } from "../../src/formats/previewPanel.js";
import { stepsPanel } from "../../src/formats/stepsPanel.js";
import { exchanged, type Samples } from "../fakes/conversation.js";
import {
  editorMessages,
  engineMessages,
  graphPanelMessages,
  languageServerMessages,
  previewPanelMessages,
  stepsPanelMessages,
} from "../fakes/messages.js";
import { root } from "./support/repository.js";

/** Both ends of a boundary are held to the same sample messages. */
const tried: readonly (readonly [file: string, boundary: Boundary, samples: Samples<Boundary>])[] = [
  tries("editorSocket.ts", editorSocket, editorMessages),
  tries("engine.ts", engineSocket, engineMessages),
  tries("graphPanel.ts", graphPanel, graphPanelMessages),
  tries("languageServer.ts", languageServer, languageServerMessages),
  tries("previewPanel.ts", previewPanel, previewPanelMessages),
  tries("stepsPanel.ts", stepsPanel, stepsPanelMessages),
];

describe("both ends of each boundary", () => {
  it.each(tried)("of %s take the same sample messages", async (_, boundary, samples) => {
    const { sent, got, complaints } = await exchanged(boundary, samples);
    expect(complaints).toEqual([]);
    expect(sent.length).toBeGreaterThan(2);
    expect(got).toEqual(sent);
  });

  it("are tried, each of them", () => {
    const formats = path.join(root, "src/formats");
    const boundaries = readdirSync(formats).filter((file) =>
      /as const satisfies (Panel)?Boundary;/.test(readFileSync(path.join(formats, file), "utf8")),
    );
    expect(boundaries.sort()).toEqual(tried.map(([file]) => file).sort());
  });
});

function tries<B extends Boundary>(
  file: string,
  boundary: B,
  samples: Samples<B>,
): readonly [string, Boundary, Samples<Boundary>] {
  return [file, boundary, samples];
}
