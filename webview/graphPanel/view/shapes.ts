import type { OperatorKind } from "../../../src/core/model/workflow.js";

/** Outlines of an operator's body. `inner` are strokes inside it that make the shape readable, such as a drum's lid. */
export interface Shape {
  readonly outline: string;
  readonly inner: string;
}

/** Half a stroke: keeps a one pixel line inside its box, and sharp. */
const edge = 0.5;

/** The shape that tells a kind from the others without colour, drawn into `width` × `height` CSS pixels. */
export function shapeOf(kind: OperatorKind, width: number, height: number): Shape {
  const right = width - edge;
  const bottom = height - edge;
  switch (kind) {
    case "extract":
      return drum(right, bottom);
    case "function":
      return { outline: rounded(right, bottom, 6), inner: "" };
    case "metric":
      return { outline: rounded(right, bottom, (height - 1) / 2), inner: "" };
    case "systemMetric":
      return { outline: rounded(right, bottom, (height - 1) / 2), inner: `M${edge + 30} ${edge}V${bottom}` };
    case "check":
      return { outline: hexagon(right, bottom), inner: "" };
    case "save":
      return { outline: cutCorner(right, bottom), inner: `M${right - 14} ${edge}V14.5H${right}` };
    case "parameter":
      return { outline: slanted(right, bottom), inner: "" };
  }
}

/** A drum lying on its side, as databases are drawn. */
function drum(right: number, bottom: number): Shape {
  const bulge = 7;
  const left = edge + bulge;
  const curve = `${bulge} ${bottom / 2} 0 0`;
  return {
    outline: `M${left} ${edge}H${right - bulge}A${curve} 1 ${right - bulge} ${bottom}H${left}A${curve} 1 ${left} ${edge}Z`,
    inner: `M${right - bulge} ${edge}A${curve} 0 ${right - bulge} ${bottom}`,
  };
}

function rounded(right: number, bottom: number, radius: number): string {
  const arc = `${radius} ${radius} 0 0 1`;
  return `M${edge + radius} ${edge}H${right - radius}A${arc} ${right} ${edge + radius}V${bottom - radius}A${arc} ${right - radius} ${bottom}H${edge + radius}A${arc} ${edge} ${bottom - radius}V${edge + radius}A${arc} ${edge + radius} ${edge}Z`;
}

function hexagon(right: number, bottom: number): string {
  const corner = 14;
  const middle = (bottom + edge) / 2;
  return `M${edge + corner} ${edge}H${right - corner}L${right} ${middle}L${right - corner} ${bottom}H${edge + corner}L${edge} ${middle}Z`;
}

function cutCorner(right: number, bottom: number): string {
  const cut = 14;
  return `M${edge} ${edge}H${right - cut}L${right} ${edge + cut}V${bottom}H${edge}Z`;
}

function slanted(right: number, bottom: number): string {
  const slant = 12;
  return `M${edge + slant} ${edge}H${right}L${right - slant} ${bottom}H${edge}Z`;
}
