export type { Publication, PublishingMarker } from "../../formats/publication.js";
