import type * as v from "valibot";
import type { Format } from "./reader.js";
/** Part of addresses and of file names. */
export declare const dagId: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
declare const publication: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        project: v.StringSchema<"a text">;
        workflow: v.StringSchema<"a text">;
        target: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        url: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        dagId: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        build: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        dagFile: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
            v.DescriptionAction<string, string>,
          ]
        >;
        dagBlob: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        startDate: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
            v.DescriptionAction<string, string>,
          ]
        >;
        publishedAt: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        publishedBy: v.StringSchema<"a text">;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      format: 1;
      project: string;
      workflow: string;
      target: string;
      url: string;
      dagId: string;
      build: string;
      dagFile: string;
      dagBlob: string;
      startDate: string;
      publishedAt: string;
      publishedBy: string;
    }>,
  ]
>;
/** What is live on a target: `current.json`, and each entry of its history. */
export interface Publication extends v.InferOutput<typeof publication> {}
export declare const publicationFormat: Format<Publication>;
declare const publishingMarker: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        build: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        dagId: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        dagFile: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        dagBlob: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        previousDagBlob: v.SchemaWithPipe<
          readonly [
            v.NullableSchema<
              v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
              undefined
            >,
            v.DescriptionAction<string | null, string>,
          ]
        >;
        startDate: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        startedAt: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        publishedBy: v.StringSchema<"a text">;
        step: v.LiteralSchema<"dagFile", string>;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      format: 1;
      build: string;
      dagId: string;
      dagFile: string;
      dagBlob: string;
      previousDagBlob: string | null;
      startDate: string;
      startedAt: string;
      publishedBy: string;
      step: "dagFile";
    }>,
  ]
>;
/** `publishing.json`: a publication under way, or one that was interrupted behind its DAG file. */
export interface PublishingMarker extends v.InferOutput<typeof publishingMarker> {}
export declare const publishingFormat: Format<PublishingMarker>;
declare const dagOwner: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        project: v.StringSchema<"a text">;
        workflow: v.StringSchema<"a text">;
        target: v.StringSchema<"a text">;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      format: 1;
      project: string;
      workflow: string;
      target: string;
    }>,
  ]
>;
/** Whose a DAG file is: the part of its literal that is read here. */
export interface DagOwner extends v.InferOutput<typeof dagOwner> {}
export declare const dagOwnerFormat: Format<DagOwner>;
export {};
