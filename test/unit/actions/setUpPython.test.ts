import { describe, expect, it } from "vitest";
import type { PythonSurvey } from "../../../src/core/actions/pythonSurvey.js";
import {
  installAqueduct,
  installPackages,
  isOwnEnvironment,
  makeEnvironment,
  mayInstall,
  type InstallOptions,
} from "../../../src/core/actions/setUpPython.js";
import type { World } from "../../../src/core/actions/world.js";
import type { ProcessRequest, ProcessResult } from "../../../src/core/ports.js";

const environment: PythonSurvey = {
  format: 1,
  python: "3.11.7",
  executable: "/venv/bin/python",
  packages: "/venv/lib",
  isVirtual: true,
  isManaged: false,
  isWritable: true,
  hasPip: true,
  aqueduct: null,
  oldSdk: null,
  lacking: [],
};

/** A machine on which every command is told to `answer`; what was asked is kept. */
function machine(answer: (line: string) => Partial<ProcessResult> | undefined): {
  readonly world: World;
  readonly lines: string[];
  readonly requests: ProcessRequest[];
  readonly said: string[];
  readonly options: InstallOptions;
} {
  const lines: string[] = [];
  const requests: ProcessRequest[] = [];
  const said: string[] = [];
  const run = (request: ProcessRequest): Promise<ProcessResult> => {
    const line = [request.command, ...request.args].join(" ");
    lines.push(line);
    requests.push(request);
    const result = answer(line);
    return result === undefined
      ? Promise.reject(new Error(`Could not start ${request.command}`))
      : Promise.resolve({ code: 0, signalName: null, stdout: "", stderr: "", ...result });
  };
  const world = {
    processes: { run, environment: () => ({ PATH: "/bin", PYTHONPATH: "/elsewhere", AQUEDUCT_DB_PASSWORD: "secret" }) },
    runtime: { version: "0.1.0" },
  } as unknown as World;
  return {
    world,
    lines,
    requests,
    said,
    options: {
      onOutput: (text) => {
        said.push(text);
      },
    },
  };
}

const found = { stdout: "0.1.0\n/venv/lib/aqueduct/__init__.py\n" };

describe("setting up Python", () => {
  it("installs the wheel without asking an index, and proves that it is found", async () => {
    const { world, lines, requests, options } = machine((line) => (line.includes("import aqueduct") ? found : {}));
    expect(await installAqueduct(world, environment, "/dist/aqueduct.whl", options)).toBe(
      "/venv/lib/aqueduct/__init__.py",
    );
    expect(lines[0]).toBe(
      "/venv/bin/python -m pip --disable-pip-version-check --no-input install --no-deps --no-index --force-reinstall /dist/aqueduct.whl",
    );
    expect(requests.map(({ environment: given }) => given)).toEqual([{ PATH: "/bin" }, { PATH: "/bin" }]);
  });

  it("uses uv where there is no pip", async () => {
    const { world, lines, options } = machine((line) => (line.includes("import aqueduct") ? found : {}));
    await installAqueduct(world, { ...environment, hasPip: false }, "/dist/aqueduct.whl", options);
    expect(lines[1]).toBe(
      "uv pip install --python /venv/bin/python --no-deps --no-index --reinstall /dist/aqueduct.whl",
    );
  });

  it("says what to do where there is neither", async () => {
    const { world, options } = machine(() => undefined);
    await expect(installPackages(world, { ...environment, hasPip: false }, ["pandas"], options)).rejects.toThrow(
      "/venv/bin/python has no pip, and there is no uv. Run `/venv/bin/python -m ensurepip`",
    );
  });

  it("removes the old SDK first, whose package has the same name", async () => {
    const { world, lines, options } = machine((line) => (line.includes("import aqueduct") ? found : {}));
    await installAqueduct(world, { ...environment, oldSdk: "0.3.6" }, "/dist/aqueduct.whl", options);
    expect(lines[0]).toContain("uninstall --yes aqueduct-sdk");
  });

  it("is not done while another package of that name is found", async () => {
    const { world, options } = machine((line) =>
      line.includes("import aqueduct") ? { stdout: "9.9\n/src/aqueduct/__init__.py\n" } : {},
    );
    await expect(installAqueduct(world, environment, "/dist/aqueduct.whl", options)).rejects.toThrow(
      "finds another package named aqueduct (9.9, /src/aqueduct/__init__.py)",
    );
  });

  it("ends with the installer's own last line where that fails, having shown all of it", async () => {
    const { world, said, options } = machine(() => ({
      code: 1,
      stderr: "Looking…\nERROR: No matching distribution found for pandsa\n",
    }));
    await expect(installPackages(world, environment, ["pandsa"], options)).rejects.toThrow(
      "Installing into /venv/bin/python failed. ERROR: No matching distribution found for pandsa",
    );
    expect(said[0]).toBe("> /venv/bin/python -m pip --disable-pip-version-check --no-input install pandsa\n");
  });

  it("makes an environment by uv where the interpreter can't, as on Debian", async () => {
    const { world, lines, options } = machine((line) =>
      line.includes("-m venv") ? { code: 1, stderr: "ensurepip is not available" } : {},
    );
    await makeEnvironment(world, { ...environment, executable: "/usr/bin/python3" }, "/wine/.venv", options);
    expect(lines.at(-1)).toBe("uv venv --allow-existing --seed --python /usr/bin/python3 /wine/.venv");
  });

  it("never installs where the system does, and asks for an environment where others share it", () => {
    expect([isOwnEnvironment(environment), mayInstall(environment)]).toEqual([true, true]);
    expect(isOwnEnvironment({ ...environment, isVirtual: false })).toBe(false);
    expect(mayInstall({ ...environment, isVirtual: false })).toBe(true);
    expect(mayInstall({ ...environment, isManaged: true })).toBe(false);
    expect(mayInstall({ ...environment, isWritable: false })).toBe(false);
  });
});
