import { bucketOf, freeName, objectionTo, objectionToStoreName } from "../../core/index.js";
import type { Question } from "../inputs/askAll.js";
import { askChoice, type Choice } from "../inputs/askChoice.js";
import { choiceQuestion, textQuestion } from "../inputs/questions.js";
import { findProfiles } from "./awsProfileFiles.js";
import type { ConnectDraft, StoreChoice } from "./connectDraft.js";
import type { ConnectPlace } from "./connectPlace.js";
import { checkFolder, pickFolder } from "./folderInput.js";

const isBucket = ({ store }: ConnectDraft): boolean => store === "s3";
const isFolder = ({ store }: ConnectDraft): boolean => store === "folder";
const isNew = (draft: ConnectDraft): boolean => isBucket(draft) || isFolder(draft);

/** Which store the server's workers use: one that is there, or a new one with its place. */
export function storeQuestions(place: ConnectPlace): readonly Question<ConnectDraft>[] {
  const { resources } = place.project;
  return [
    choiceQuestion("store", {
      about: () => ({
        placeholder: "Store for code, results and records of runs, which Airflow's workers use too",
        choices: storeChoices(place),
      }),
    }),
    textQuestion("bucket", {
      isAsked: isBucket,
      about: () => ({
        prompt: "Bucket, and behind a slash the prefix under which everything of Aqueduct lies.",
        placeholder: "s3://bucket/aqueduct",
        validate: (text) =>
          objectionTo("bucket", "This begins with a bucket, which", bucketOf(text).bucket) ??
          objectionTo("prefix", "The prefix", bucketOf(text).prefix),
      }),
    }),
    textQuestion("region", {
      isAsked: isBucket,
      about: () => ({
        prompt: "Region of the bucket. Left empty, your AWS configuration says it.",
        placeholder: "eu-central-1",
        validate: () => undefined,
      }),
      then: (draft) => ({ ...draft, region: draft.region.trim() }),
    }),
    textQuestion("endpoint", {
      isAsked: isBucket,
      about: () => ({
        prompt: "Address of an S3 server other than AWS, such as MinIO. Leave it empty for AWS.",
        placeholder: "https://s3.example.org",
        validate: (text) => (text.trim() === "" ? undefined : objectionTo("endpoint", "This", text.trim())),
      }),
      then: (draft) => ({ ...draft, endpoint: draft.endpoint.trim() }),
    }),
    profileQuestion(place),
    textQuestion("storeFolder", {
      isAsked: isFolder,
      about: () => ({
        prompt: "Folder for code, results and records of runs. Airflow's workers must see it under the same path.",
        placeholder: "/srv/aqueduct",
        validate: (text) => objectionTo("folder", "This", text.trim()),
        check: (text) => checkFolder(place, text),
        browse: { label: "Choose Folder…", pick: () => pickFolder(place, "Use as Store") },
      }),
      then: (draft) => ({ ...draft, storeFolder: draft.storeFolder.trim() }),
    }),
    named(
      place,
      textQuestion("storeName", {
        isAsked: isNew,
        about: (draft) => ({
          prompt: isBucket(draft)
            ? "Name of this store in aqueduct.json. Airflow's workers take its keys from the Airflow Connection of that name."
            : "Name of this store in aqueduct.json.",
          validate: (text) => objectionToStoreName(text, draft.name, resources),
        }),
      }),
    ),
  ];
}

function storeChoices({ project }: ConnectPlace): readonly Choice<StoreChoice>[] {
  const known = [...project.resources.values()].flatMap((resource): readonly Choice<StoreChoice>[] =>
    resource.kind === "s3" || resource.kind === "folder"
      ? [
          {
            label: resource.name,
            description: resource.kind === "s3" ? `s3://${resource.bucket}/${resource.prefix}` : resource.folder,
            value: `existing:${resource.name}`,
          },
        ]
      : [],
  );
  return [
    ...known,
    { label: "New S3 bucket…", description: "on AWS or any server that speaks S3", value: "s3" },
    { label: "New folder…", description: "which the workers see under the same path", value: "folder" },
  ];
}

/** Proposes a name that is free. */
function named({ project }: ConnectPlace, question: Question<ConnectDraft>): Question<ConnectDraft> {
  return {
    ...question,
    ask: (draft, place) =>
      question.ask({ ...draft, storeName: draft.storeName || freeName("store", project.resources, draft.name) }, place),
  };
}

function profileQuestion(place: ConnectPlace): Question<ConnectDraft> {
  return {
    isAsked: isBucket,
    ask: async (draft, at) => {
      const profiles = await findProfiles(place);
      const chosen = await askChoice(at, {
        placeholder: "AWS profile that this machine uses for the bucket: no key is asked for or kept here",
        choices: [
          {
            label: "Default credentials",
            description: "environment, default profile, or the machine's role",
            value: "",
          },
          ...profiles.map((profile) => ({ label: profile, description: "profile of ~/.aws", value: profile })),
        ],
        current: draft.profile,
      });
      if (chosen.kind === "cancelled") return chosen;
      return chosen.kind === "back"
        ? { kind: "back", draft }
        : { kind: "next", draft: { ...draft, profile: chosen.value } };
    },
  };
}
