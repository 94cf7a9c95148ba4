import type { CallName, FileNames, GlobalMeaning } from "../../model/names.js";
import type { SourceRange } from "../../model/source.js";
import type { RecordedArtifact } from "../record/recorded.js";
import type { Call, Span } from "../syntax/syntax.js";
import { type Frame, isStale, type OperatorDefinition } from "./machine.js";
import { rangeOf, type Scope } from "./scope.js";
import { artifactsIn, type Value } from "./values.js";

interface NamedArtifacts {
  readonly name: string;
  readonly range: SourceRange;
  readonly role: "binds" | "reads";
  readonly artifacts: Set<RecordedArtifact>;
}

/** Takes down where names of artifacts and operators stand, while a file is interpreted. A place that Python comes by twice counts once. */
export class NameCollector {
  readonly #artifacts = new Map<string, NamedArtifacts>();
  readonly #operators = new Map<string, FileNames["operators"][number]>();
  readonly #calls = new Map<string, CallName>();

  read(name: string, span: Span, value: Value, frame: Frame): void {
    if (value.kind === "operator" && value.function !== undefined && !isStale(frame)) {
      const range = rangeOf(span, frame.origin);
      this.#operators.set(keyOf(range), { name, range, definition: value.function.definition });
    } else this.#note(name, span, value, "reads", frame);
  }

  bind(name: string, span: Span, value: Value, frame: Frame): void {
    this.#note(name, span, value, "binds", frame);
  }

  call({ callee, span }: Call, frame: Frame): void {
    if (isStale(frame)) return;
    const { origin } = frame;
    const named =
      callee.kind === "name"
        ? { name: callee.id, span: callee.span }
        : callee.kind === "attribute"
          ? { name: callee.name, span: callee.nameSpan }
          : undefined;
    if (named === undefined) return;
    const range = rangeOf(named.span, origin);
    this.#calls.set(keyOf(range), { name: named.name, range, call: rangeOf(span, origin) });
  }

  /** What was taken down, once the file has run. */
  names(
    definitions: readonly OperatorDefinition[],
    scope: Scope,
    idOf: (artifact: RecordedArtifact) => string | undefined,
  ): FileNames {
    return {
      artifacts: [...this.#artifacts.values()].map((named) => ({
        ...named,
        artifacts: [...named.artifacts].flatMap((artifact) => idOf(artifact) ?? []),
      })),
      operators: [...this.#operators.values()],
      definitions: definitions
        .filter(({ origin }) => !origin.stale)
        .map(({ definition, kind, origin }) => ({
          name: definition.name,
          range: rangeOf(definition.nameSpan, origin),
          definition: rangeOf(definition.span, origin),
          kind,
          parameters: definition.parameters.map(({ name }) => name),
        })),
      calls: [...this.#calls.values()],
      globals: new Map([...scope.names].map(([name, value]) => [name, meaningOf(value)])),
    };
  }

  #note(name: string, span: Span, value: Value, role: "binds" | "reads", frame: Frame): void {
    if ((value.kind !== "artifact" && value.kind !== "choice") || isStale(frame)) return;
    const artifacts = artifactsIn(value);
    if (artifacts.length === 0) return;
    const range = rangeOf(span, frame.origin);
    const key = keyOf(range);
    const known = this.#artifacts.get(key);
    if (known === undefined) this.#artifacts.set(key, { name, range, role, artifacts: new Set(artifacts) });
    else for (const artifact of artifacts) known.artifacts.add(artifact);
  }
}

function keyOf({ file, line, column }: SourceRange): string {
  return `${line}:${column}:${file}`;
}

function meaningOf({ kind }: Value): GlobalMeaning {
  return kind === "client" || kind === "resource" || kind === "artifact" ? kind : "other";
}
