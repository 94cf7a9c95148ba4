export type { Digest, Encoding, ShippedCode, ShippedModule, TraceFrame } from "../../formats/code.js";
export type { Shipment, TraceResult } from "../../formats/trace.js";
