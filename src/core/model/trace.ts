export type { Digest, Encoding, TraceFrame } from "../../formats/code.js";
export type { Shipment, TraceResult } from "../../formats/trace.js";
