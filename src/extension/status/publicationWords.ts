import type { LiveWorkflow } from "../../core/model/run.js";
import type { PublishedState } from "../../core/index.js";
import type { KeptPublication } from "../publish/publishMemory.js";

/** What is known of the publication of a file's workflow, without asking anybody. */
export type KnownPublication =
  | { readonly kind: "none"; readonly workflow: string }
  /** Published from this workspace; `live` is what the history last saw on the target. */
  | {
      readonly kind: "kept";
      readonly kept: KeptPublication;
      readonly state: PublishedState;
      readonly live: LiveWorkflow | undefined;
    }
  /** Published from somewhere else, as the history saw it. */
  | { readonly kind: "seen"; readonly live: LiveWorkflow };

export interface PublicationWords {
  /** For the status bar, with an icon. */
  readonly text: string;
  readonly tooltip: string;
  /** For screen readers. */
  readonly label: string;
}

/** @param dateOf a time in the user's own way of writing it */
export function publicationWords(known: KnownPublication, dateOf: (time: string) => string): PublicationWords {
  switch (known.kind) {
    case "none":
      return wordsOf("cloud-upload", "Not published", [`“${known.workflow}” was not published from here.`]);
    case "seen": {
      const { workflow, target, build, publishedBy, publishedAt } = known.live;
      return wordsOf("cloud", `${target} ${short(build)}`, [
        `“${workflow}” is live on ${target} as build ${short(build)}, published by ${publishedBy} on ${dateOf(publishedAt)}.`,
        "It was published from elsewhere, so whether this file was edited since is not known.",
      ]);
    }
    case "kept":
      return keptWords(known, dateOf);
  }
}

function keptWords(
  { kept, state, live }: Extract<KnownPublication, { kind: "kept" }>,
  dateOf: (time: string) => string,
): PublicationWords {
  const { workflow, target, build, publishedAt } = kept;
  const published = `“${workflow}” was published to ${target} as build ${short(build)} on ${dateOf(publishedAt)}.`;
  switch (state.kind) {
    case "asPublished":
      return wordsOf("cloud", `${target} ${short(build)}`, [published, "Its files are as they were published."]);
    case "edited":
      return wordsOf("cloud", `${target} ${short(build)}, edited since`, [
        published,
        `Edited since: ${state.files.join(", ")}.`,
      ]);
    case "elsewhere":
      return wordsOf("cloud", `${target} ${short(state.build)}, published elsewhere`, [
        published,
        `Build ${short(state.build)} is live there now${live === undefined ? "" : `, published by ${live.publishedBy} on ${dateOf(live.publishedAt)}`}: what these files are to it is not known.`,
      ]);
  }
}

function wordsOf(icon: string, text: string, sentences: readonly string[]): PublicationWords {
  return { text: `$(${icon}) ${text}`, tooltip: sentences.join("\n"), label: `Aqueduct publication: ${text}` };
}

/** As it stands in the DAG's tag. */
function short(build: string): string {
  return build.slice(0, 12);
}
