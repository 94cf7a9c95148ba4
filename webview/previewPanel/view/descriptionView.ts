import type { PreviewedOperator, PreviewedValue } from "../../../src/formats/preview.js";
import { html } from "../../shared/elements.js";
import { typeIcons } from "../../shared/icons.js";
import { codicon } from "../../shared/codicon.js";
import { encodingWords, sizeText } from "../words.js";
import { actionButton } from "./actions.js";
import type { ValueHost, ValueView } from "./valueView.js";
import { countOf } from "../../../src/core/model/words.js";

/** A value that only Python reads: what it is, how it is stored, and what Python prints of it. */
export class DescriptionView implements ValueView {
  readonly element = html("div", "descriptionView");
  readonly actions: readonly HTMLElement[];

  constructor(
    value: PreviewedValue,
    operator: PreviewedOperator,
    note: string | undefined,
    status: HTMLElement,
    host: ValueHost,
  ) {
    const { sample, reason, type } = value;
    const text = sample?.text ?? null;
    const area = html(
      "div",
      "descriptionArea",
      html(
        "div",
        "lead",
        codicon(typeIcons[type]),
        html("p", "", reason ?? leads[type] ?? "Python alone reads this value."),
      ),
      table(value, operator),
    );
    area.tabIndex = 0;
    area.setAttribute("role", "document");
    area.setAttribute("aria-label", `${value.name}, described`);
    if (text !== null)
      area.append(
        html("h2", "", type === "bytes" ? "The bytes, read as text" : "What Python prints"),
        html("pre", "text wrapped", text),
      );
    if (note !== undefined) area.append(html("p", "note", note));
    this.element.append(area, html("footer", "footer", html("span", "space"), status));
    this.actions =
      text === null
        ? []
        : [
            actionButton("copy", "Copy", "Copy the text", () => {
              host.copy(text, "the text");
            }),
          ];
  }

  focus(): void {
    this.element.querySelector<HTMLElement>(".descriptionArea")?.focus();
  }

  dispose(): void {
    // It holds nothing.
  }
}

const leads: Partial<Readonly<Record<PreviewedValue["type"], string>>> = {
  bytes: "Bytes have no rows or keys to show: this is how many there are, and what the first of them say.",
  image: "A picture is stored as Python's own object, so what it says of itself stands here instead.",
  picklable: "An object of Python: an operator that takes it gets it as it was. What it says of itself stands below.",
};

function table({ type, encoding, size, sample }: PreviewedValue, { python }: PreviewedOperator): HTMLElement {
  const bound =
    encoding === "pickle" && python !== null ? `, for Python ${python.split(".").slice(0, 2).join(".")}` : "";
  const rows: readonly (readonly [string, string])[] = [
    ["Type", type],
    ...(sample?.python === undefined ? [] : [["Class in Python", sample.python] as const]),
    ["Size", size < 1024 ? sizeText(size) : `${sizeText(size)} (${countOf(size, "byte")})`],
    ["Stored as", `${encodingWords[encoding]}${bound}`],
  ];
  return html("dl", "properties", ...rows.flatMap(([label, text]) => [html("dt", "", label), html("dd", "", text)]));
}
