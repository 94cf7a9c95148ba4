import type { PreviewedOperator, PreviewedValue } from "../../../src/formats/preview.js";
import { isTableSample, type Sample } from "../../../src/core/model/sample.js";
import type { Json } from "../../../src/core/model/workflow.js";
import { leftOut } from "../words.js";
import { DescriptionView } from "./descriptionView.js";
import { ScalarView } from "./scalarView.js";
import { TableView } from "./tableView.js";
import { TextView } from "./textView.js";
import { TreeView } from "./treeView.js";
import type { ValueHost, ValueView } from "./valueView.js";

/** The view that suits a value. */
export function makeValueView(
  value: PreviewedValue,
  operator: PreviewedOperator,
  status: HTMLElement,
  host: ValueHost,
): ValueView {
  const { sample, name } = value;
  if (sample === null) return new DescriptionView(value, operator, undefined, status, host);
  if (isTableSample(sample)) return new TableView(value, sample, status, host);
  const note = leftOut(value, sample);
  const scalar = scalarOf(value, sample);
  if (scalar !== undefined) return new ScalarView(name, scalar, operator, status, host);
  if (isNested(sample.values)) return new TreeView(name, sample.values, note, status, host);
  const text = sample.text ?? (typeof sample.values === "string" ? sample.values : null);
  if (text !== null && isReadable(value)) return new TextView(name, text, note, status, host);
  return new DescriptionView(value, operator, note, status, host);
}

/** Numbers, truth values and None, as Python writes them; NaN and integers of any size come as text. */
function scalarOf({ type, encoding }: PreviewedValue, { values, text }: Sample): string | undefined {
  if (typeof values === "boolean") return values ? "True" : "False";
  if (typeof values === "number") return String(values);
  if (type === "numeric") return typeof values === "string" ? values : (text ?? undefined);
  return values === null && text === null && encoding === "json" ? "None" : undefined;
}

function isNested(values: Json): boolean {
  return typeof values === "object" && values !== null;
}

/** Lists and dictionaries that are too long for a sample come as Python prints them, and are read as a text is. */
function isReadable({ type }: PreviewedValue): boolean {
  return type !== "picklable" && type !== "image" && type !== "bytes";
}
