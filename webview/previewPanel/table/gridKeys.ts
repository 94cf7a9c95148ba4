import type { Move } from "./gridState.js";

export interface PressedKey {
  readonly key: string;
  /** Control, or Command on a Mac. */
  readonly isControl: boolean;
}

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  PageUp: "pageUp",
  PageDown: "pageDown",
  Home: "rowStart",
  End: "rowEnd",
};

const controlMoves: Readonly<Record<string, Move>> = {
  ArrowLeft: "rowStart",
  ArrowRight: "rowEnd",
  ArrowUp: "top",
  ArrowDown: "bottom",
  Home: "first",
  End: "last",
};

/** Where a key leads in a grid, as ARIA's pattern for data grids has it; undefined for any other key. */
export function moveOf({ key, isControl }: PressedKey): Move | undefined {
  return isControl ? controlMoves[key] : moves[key];
}
