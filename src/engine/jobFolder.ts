import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { Job } from "../core/model/job.js";
import { jobStateFormat } from "../formats/engineFiles.js";
import { jobFormat } from "../formats/job.js";
import { hintOf, readText, valueOf } from "../formats/reader.js";
import { limits } from "../platform/ownedFile.js";
import type { Origin } from "./origin.js";
import { codeOf, readIfThere, writeWhole } from "./wholeFiles.js";

/** Where the files of one job lie (docs/formats/engine.md). */
export class JobFolder {
  constructor(readonly path: string) {}

  get journal(): string {
    return path.join(this.path, ".engine", "journal.ndjson");
  }

  get state(): string {
    return path.join(this.path, "state.json");
  }

  get tasks(): string {
    return path.join(this.path, "tasks.json");
  }

  get origin(): string {
    return path.join(this.path, ".engine", "origin");
  }

  attempt(task: string, attempt: number): string {
    return path.join(this.path, ".engine", "attempts", task, String(attempt));
  }

  log(task: string): string {
    return path.join(this.path, "logs", `${task}.log`);
  }

  /** False once somebody has moved or deleted it, or a folder that it lies in. */
  isThere(): boolean {
    return existsSync(this.path);
  }

  /** Whether its last word is written: such a job needs no daemon. */
  isSettled(): boolean {
    const state = hintOf(jobStateFormat, readIfThere(this.state))?.state;
    return state === "completed" || state === "failed";
  }

  /** The submission, as its bytes are. */
  text(): string | undefined {
    return readIfThere(path.join(this.path, ".engine", "job.json"), limits.job);
  }

  /** Throws UnreadableError. */
  job(): Job {
    const file = path.join(this.path, ".engine", "job.json");
    const text = this.text();
    if (text === undefined) throw new Error(`${file} can't be read: it is gone.`);
    return valueOf(readText(jobFormat, text), file);
  }
}

/** The jobs of a base. */
export class JobFolders {
  constructor(
    private readonly jobs: string,
    private readonly origin: Origin,
  ) {
    mkdirSync(jobs, { recursive: true, mode: 0o700 });
    // What a daemon was building when it died.
    for (const name of readdirSync(jobs))
      if (name.startsWith(".new-")) rmSync(path.join(jobs, name), { recursive: true });
  }

  /**
   * Builds the folder under a name that no reader looks at, then renames it: readers see the whole job or none.
   *
   * @param write adds the files that others read
   * @throws where a job of this name is there
   */
  create(job: Job, id: string, write: (folder: JobFolder) => void): JobFolder {
    const building = new JobFolder(path.join(this.jobs, `.new-${id}`));
    mkdirSync(path.join(building.path, ".engine"), { recursive: true, mode: 0o700 });
    mkdirSync(path.join(building.path, "logs"), { mode: 0o700 });
    const text = JSON.stringify(job);
    writeWhole(path.join(building.path, ".engine", "job.json"), text);
    writeWhole(building.origin, this.origin.mark(this.jobs, job.name, text));
    write(building);
    const final = this.find(job.name);
    try {
      renameSync(building.path, final.path);
    } catch (error) {
      rmSync(building.path, { recursive: true });
      if (codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST")
        throw new Error(`There is a job "${job.name}" already. Give this one another name.`, { cause: error });
      throw error;
    }
    flushFolder(this.jobs);
    return final;
  }

  remove(name: string): void {
    rmSync(this.find(name).path, { recursive: true });
  }

  find(name: string): JobFolder {
    return new JobFolder(path.join(this.jobs, name));
  }

  /** Whether this user submitted it here, as it is: one that came with a clone, or was changed since, was not. */
  isOwn(name: string): boolean {
    const folder = this.find(name);
    const text = folder.text();
    return text !== undefined && readIfThere(folder.origin) === this.origin.mark(this.jobs, name, text);
  }

  /** Whether this user submitted it where its folder was before somebody moved or renamed that, with what was under way. */
  wasMovedHere(name: string): boolean {
    const folder = this.find(name);
    const text = folder.text();
    const { folder: before } = folder.job();
    const jobs = path.join(before, ".air-executor", "jobs");
    return (
      text !== undefined && !existsSync(before) && readIfThere(folder.origin) === this.origin.mark(jobs, name, text)
    );
  }

  /** The jobs of our kind: others in the folder are Air-Executor 1's. */
  names(): readonly string[] {
    return readdirSync(this.jobs).filter(
      (name) => !name.startsWith(".") && existsSync(path.join(this.jobs, name, ".engine", "job.json")),
    );
  }
}

function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const file = openSync(folder, "r");
  fsyncSync(file);
  closeSync(file);
}
