import { followFile } from "./followFile.js";

export interface FollowedLogs {
  /** Shows what a task prints from now on. */
  start(task: string, files: readonly string[]): void;
  /** Resolves when all that the task printed has been shown. */
  end(task: string): Promise<void>;
  /** The same for every task. */
  stop(): Promise<void>;
}

/** Shows the output of several tasks at once, each line under its task's name. */
export function followLogs(show: (text: string) => void): FollowedLogs {
  const tasks = new Map<string, { readonly ending: AbortController; readonly shown: Promise<unknown> }>();
  const end = async (task: string): Promise<void> => {
    const followed = tasks.get(task);
    tasks.delete(task);
    followed?.ending.abort();
    await followed?.shown;
  };
  return {
    start: (task, files) => {
      const ending = new AbortController();
      tasks.set(task, { ending, shown: Promise.all(files.map((file) => showLines(task, file, ending.signal, show))) });
    },
    end,
    stop: async () => {
      await Promise.all([...tasks.keys()].map(end));
    },
  };
}

async function showLines(task: string, file: string, end: AbortSignal, show: (text: string) => void): Promise<void> {
  let rest = "";
  for await (const text of followFile(file, end)) {
    const lines = `${rest}${text}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) show(`  ${task} | ${line}\n`);
  }
  if (rest !== "") show(`  ${task} | ${rest}\n`);
}
