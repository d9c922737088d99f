/** https://smithy.io/2.0/spec/documentation-traits.html */
import type { JsonObject } from "../json.ts";
import { mapOf, strings } from "./forms.ts";
import { marker, trait, type Value } from "./trait.ts";

/** CommonMark, which may hold HTML; models of AWS hold HTML alone. */
export const documentation = trait("smithy.api#documentation", (v) => v.string);

/** Addresses by their titles. */
export const externalDocumentation = trait("smithy.api#externalDocumentation", (v) => mapOf(v, (url) => url.string));

export interface Deprecated {
  readonly message: string | undefined;
  readonly since: string | undefined;
}

export const deprecated = trait(
  "smithy.api#deprecated",
  (v): Deprecated => ({ message: v.at("message")?.string, since: v.at("since")?.string }),
);

export interface Example {
  readonly title: string;
  readonly documentation: string | undefined;
  readonly input: JsonObject | undefined;
  readonly output: JsonObject | undefined;
  readonly error: { readonly shapeId: string; readonly content: JsonObject } | undefined;
  readonly allowConstraintErrors: boolean;
}

const readError = (v: Value): NonNullable<Example["error"]> => ({
  shapeId: v.required("shapeId").string,
  content: v.at("content")?.object ?? {},
});

/** Calls of an operation, each with its input and its output or error, as protocols without bindings write them. */
export const examples = trait("smithy.api#examples", (v): readonly Example[] =>
  v.list.map((example) => {
    const error = example.at("error");
    return {
      title: example.required("title").string,
      documentation: example.at("documentation")?.string,
      input: example.at("input")?.object,
      output: example.at("output")?.object,
      error: error === undefined ? undefined : readError(error),
      allowConstraintErrors: example.at("allowConstraintErrors")?.boolean ?? false,
    };
  }),
);

/** The shape is not for the public. */
export const internal = marker("smithy.api#internal");

export const recommended = trait("smithy.api#recommended", (v) => ({ reason: v.at("reason")?.string }));

/** The data must never be logged. */
export const sensitive = marker("smithy.api#sensitive");

/** The version or date in which the shape was added. */
export const since = trait("smithy.api#since", (v) => v.string);

export const tags = trait("smithy.api#tags", strings);

/** The proper name of a service or resource. */
export const title = trait("smithy.api#title", (v) => v.string);

export const unstable = marker("smithy.api#unstable");
