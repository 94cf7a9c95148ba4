/** A link leads from what gives to what reads; both are ids. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

interface Ranked {
  readonly id: string;
  rank: number;
  readonly above: Ranked[];
  readonly below: Ranked[];
}

/** More hardly ever change anything. */
const passes = 8;

/**
 * The rank of each id, such that links lead down and are short. Ranks are whole numbers, not all of them from 0.
 *
 * Of the links that close a cycle, which broken text can make, some lead up.
 */
export function ranksOf(ids: readonly string[], links: readonly Link[]): ReadonlyMap<string, number> {
  const order = inOrder(linked(ids, links));
  const position = new Map(order.map((id, index) => [id, index]));
  const downward = links.filter(({ from, to }) => (position.get(from) ?? 0) < (position.get(to) ?? 0));
  const nodes = linked(order, downward);
  shorten(nodes);
  return new Map(nodes.map(({ id, rank }) => [id, rank]));
}

function linked(ids: readonly string[], links: readonly Link[]): readonly Ranked[] {
  const nodes = new Map(ids.map((id): [string, Ranked] => [id, { id, rank: 0, above: [], below: [] }]));
  for (const link of links) {
    const [from, to] = [nodes.get(link.from), nodes.get(link.to)];
    if (!from || !to || from === to) continue;
    from.below.push(to);
    to.above.push(from);
  }
  return [...nodes.values()];
}

/** Each after everything above it, but where there is a cycle. */
function inOrder(nodes: readonly Ranked[]): readonly string[] {
  const waitsFor = new Map(nodes.map((node) => [node, node.above.length]));
  const ordered: string[] = [];
  const place = (first: Ranked): void => {
    const ready = [first];
    for (const node of ready) {
      ordered.push(node.id);
      waitsFor.delete(node);
      for (const reader of node.below) {
        const left = (waitsFor.get(reader) ?? 0) - 1;
        if (waitsFor.has(reader)) waitsFor.set(reader, left);
        if (left === 0) ready.push(reader);
      }
    }
  };
  for (const node of nodes) if (node.above.length === 0) place(node);
  for (const node of nodes) if (waitsFor.has(node)) place(node);
  return ordered;
}

/** @param nodes each after everything above it */
function shorten(nodes: readonly Ranked[]): void {
  for (const node of nodes) node.rank = highest(node);
  const reversed = nodes.toReversed();
  for (let pass = 0; pass < passes; pass += 1) {
    // A node with as many inputs as readers costs nothing on its way down, and lets what it reads follow.
    const lowered = moveAll(reversed, (node) =>
      node.below.length > 0 && node.below.length >= node.above.length ? lowest(node) : node.rank,
    );
    const raised = moveAll(nodes, (node) => (node.above.length > node.below.length ? highest(node) : node.rank));
    if (!lowered && !raised) return;
  }
}

function moveAll(nodes: readonly Ranked[], to: (node: Ranked) => number): boolean {
  let moved = false;
  for (const node of nodes) {
    const rank = to(node);
    moved ||= rank !== node.rank;
    node.rank = rank;
  }
  return moved;
}

function highest({ above }: Ranked): number {
  return above.reduce((rank, one) => Math.max(rank, one.rank + 1), 0);
}

function lowest({ below }: Ranked): number {
  return below.reduce((rank, one) => Math.min(rank, one.rank - 1), Number.POSITIVE_INFINITY);
}
