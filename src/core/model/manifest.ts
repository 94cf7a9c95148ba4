export type {
  ArtifactFacts,
  CallKey,
  CallReason,
  Column,
  ExpectedType,
  Failure,
  FailureType,
  FolderUse,
  Manifest,
  OperatorResult,
  Reused,
  SaveResult,
  StoredArtifact,
} from "../../formats/manifest.js";
export type { RunRecord } from "../../formats/run.js";
