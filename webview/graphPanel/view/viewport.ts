import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent } from "d3-zoom";
import type { Transform } from "../state.js";
import { html } from "../../shared/elements.js";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ViewportEvents {
  readonly moved: (transform: Transform) => void;
  readonly resized: () => void;
}

const scales = { least: 0.05, most: 2.5, fitted: 1, legible: 0.6 };
const step = 1.25;
/** CSS pixels that are kept free around what is fitted or brought into view. */
const margin = 24;

/** The window onto the drawing: drag or scroll moves and scales it. */
export class Viewport {
  readonly canvas = html("div", "canvas");
  readonly element = html("div", "viewport", this.canvas);
  readonly #zoom = zoom<HTMLElement, unknown>().scaleExtent([scales.least, scales.most]);
  readonly #selection = select<HTMLElement, unknown>(this.element);
  #transform: Transform = { x: 0, y: 0, scale: 1 };
  /** Nobody has moved the drawing since it was fitted. */
  #isFitted = false;

  constructor({ moved, resized }: ViewportEvents) {
    this.#zoom.on("start", () => {
      this.canvas.classList.remove("gliding");
    });
    // A press that moves nothing starts a gesture too, but never comes here.
    this.#zoom.on("zoom", ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      this.#isFitted = false;
      this.#transform = { x: transform.x, y: transform.y, scale: transform.k };
      this.canvas.style.transform = `translate(${transform.x}px, ${transform.y}px) scale(${transform.k})`;
      moved(this.#transform);
    });
    this.#selection.call(this.#zoom).on("dblclick.zoom", null);
    // A focused operator outside the window makes the browser scroll the clipped box, which would shift the drawing for good.
    this.element.addEventListener("scroll", () => {
      this.element.scrollTo(0, 0);
    });
    new ResizeObserver(() => {
      if (this.element.clientWidth > 0 && this.element.clientHeight > 0) resized();
    }).observe(this.element);
  }

  /** Whether all of the drawing is shown as `fit` shows it, so that a window of another size should do the same. */
  get isFitted(): boolean {
    return this.#isFitted;
  }

  /** Goes back to where `box` was left. */
  restore(transform: Transform, box: Box): void {
    this.moveTo(transform);
    const fitted = this.#fitting(box);
    this.#isFitted = transform.x === fitted.x && transform.y === fitted.y && transform.scale === fitted.scale;
  }

  moveTo({ x, y, scale }: Transform): void {
    this.#selection.call((selection) => {
      this.#zoom.transform(selection, zoomIdentity.translate(x, y).scale(scale));
    });
  }

  zoomIn(): void {
    this.#glide(() => {
      this.#selection.call((selection) => {
        this.#zoom.scaleBy(selection, step);
      });
    });
  }

  zoomOut(): void {
    this.#glide(() => {
      this.#selection.call((selection) => {
        this.#zoom.scaleBy(selection, 1 / step);
      });
    });
  }

  /** Shows all of `box`, never larger than life; where nobody could read it then, what is around `centre` instead. */
  fit(box: Box, centre?: Box): void {
    const fitted = this.#fitting(box);
    if (centre === undefined || fitted.scale >= scales.legible) this.moveTo(fitted);
    else this.moveTo(this.#around(centre, Math.min(scales.legible, Math.max(this.#transform.scale, fitted.scale))));
    this.#isFitted = true;
  }

  /** Animated, for a press on *Fit*. */
  glideToFit(box: Box): void {
    this.#glide(() => {
      this.fit(box);
    });
  }

  /** Moves as little as it takes to have `box` in view; does nothing where it is. */
  reveal(box: Box): void {
    const { x, y, scale } = this.#transform;
    const dx = shift(box.x * scale + x, box.width * scale, this.element.clientWidth);
    const dy = shift(box.y * scale + y, box.height * scale, this.element.clientHeight);
    if (dx !== 0 || dy !== 0)
      this.#glide(() => {
        this.moveTo({ x: x + dx, y: y + dy, scale });
      });
  }

  #fitting(box: Box): Transform {
    const { clientWidth, clientHeight } = this.element;
    const scale = Math.max(
      scales.least,
      Math.min(scales.fitted, (clientWidth - 2 * margin) / box.width, (clientHeight - 2 * margin) / box.height),
    );
    const x = (clientWidth - box.width * scale) / 2 - box.x * scale;
    // Small graphs begin at the top, as text does, rather than float in the middle.
    const y = Math.min((clientHeight - box.height * scale) / 2, 2 * margin) - box.y * scale;
    return { x: Math.round(x), y: Math.round(y), scale };
  }

  #around({ x, y, width, height }: Box, scale: number): Transform {
    const { clientWidth, clientHeight } = this.element;
    return {
      x: Math.round(clientWidth / 2 - (x + width / 2) * scale),
      y: Math.round(clientHeight / 2 - (y + height / 2) * scale),
      scale,
    };
  }

  #glide(move: () => void): void {
    const before = this.canvas.style.transform;
    move();
    // Without a change there is no transition, and no end of one that would take the class away.
    if (this.canvas.style.transform === before) return;
    this.canvas.classList.add("gliding");
    this.canvas.addEventListener(
      "transitionend",
      () => {
        this.canvas.classList.remove("gliding");
      },
      { once: true },
    );
  }
}

function shift(start: number, length: number, room: number): number {
  if (start < margin) return margin - start;
  return start + length > room - margin ? room - margin - start - length : 0;
}
