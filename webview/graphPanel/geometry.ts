/** One operator as the layout sees it; all have one height. */
export interface LayoutNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** It stands below all that belongs together. */
  readonly isApart?: true;
}

/** An artifact passing from one operator to another; `port` is its x offset from the left edge of `from`. */
export interface LayoutEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly port: number;
}

export interface LayoutInput {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Top left corner, in CSS pixels at scale 1. `rank` counts the steps from the top, from 0. */
export interface PlacedNode extends LayoutNode, Point {
  readonly rank: number;
}

export interface PlacedEdge extends LayoutEdge {
  /** From the artifact on the lower edge of one operator to the upper edge of the next. */
  readonly points: readonly Point[];
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Where things are put: by id the centres of operators, and the bends of edges around what stands between their ends, from top to bottom. */
export interface Placement {
  readonly centres: ReadonlyMap<string, Point>;
  readonly bends: ReadonlyMap<string, readonly Point[]>;
}
