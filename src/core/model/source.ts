export type { SourceRange } from "../../formats/graph.js";
