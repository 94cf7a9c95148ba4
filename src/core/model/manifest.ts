export type {
  ArtifactFacts,
  CallKey,
  CallReason,
  ExpectedType,
  Failure,
  FailureType,
  FolderUse,
  Manifest,
  Reused,
  SaveResult,
  StoredArtifact,
} from "../../formats/manifest.js";
export type { RunRecord } from "../../formats/run.js";
