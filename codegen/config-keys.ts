import { DEFAULTS, DOCS, RUNTIMES, VALIDATIONS } from "./options.ts";
import type { Json } from "./smithy/json.ts";

/** What a value may be: a form by name, or one of some words. */
export type Form = keyof typeof FORMS | readonly string[];

export interface Key {
  readonly form: Form;
  readonly about: string;
}

/** A package's name as npm takes it: https://docs.npmjs.com/cli/configuring-npm/package-json#name */
export const isPackageName = (text: string): boolean =>
  text.length <= 214 && /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(text);

/** A version as npm takes it: https://semver.org/spec/v2.0.0.html#backusnaur-form-grammar-for-valid-semver-versions */
export const isVersion = (text: string): boolean =>
  /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*))*)?(?:\+[\da-zA-Z-]+(?:\.[\da-zA-Z-]+)*)?$/.test(
    text,
  );

const isText = (value: Json): value is string => typeof value === "string" && value !== "";
const areTexts = (value: Json): boolean => Array.isArray(value) && value.length > 0 && value.every(isText);
const isObject = (value: Json): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

/** Each form with its words for a diagnostic, its test and its JSON schema. */
export const FORMS = {
  text: { words: "a string that isn't empty", test: isText, schema: { type: "string", minLength: 1 } },
  texts: {
    words: "a list of strings",
    test: areTexts,
    schema: { type: "array", minItems: 1, items: { type: "string", minLength: 1 } },
  },
  textOrTexts: {
    words: "a string or a list of strings",
    test: (value: Json) => isText(value) || areTexts(value),
    schema: {
      oneOf: [
        { type: "string", minLength: 1 },
        { type: "array", minItems: 1, items: { type: "string", minLength: 1 } },
      ],
    },
  },
  textOrObject: {
    words: "a string or an object",
    test: (value: Json) => isText(value) || isObject(value),
    schema: { type: ["string", "object"] },
  },
  boolean: { words: "true or false", test: (value: Json) => typeof value === "boolean", schema: { type: "boolean" } },
  object: { words: "an object", test: isObject, schema: { type: "object" } },
  textsByName: {
    words: "an object of strings",
    test: (value: Json) => isObject(value) && Object.values(value ?? {}).every((each) => typeof each === "string"),
    schema: { type: "object", additionalProperties: { type: "string" } },
  },
  packageName: {
    words: "a name that npm takes, such as @example/client",
    test: (value: Json) => typeof value === "string" && isPackageName(value),
    schema: { type: "string", minLength: 1, maxLength: 214 },
  },
  version: {
    words: "a version such as 1.2.3",
    test: (value: Json) => typeof value === "string" && isVersion(value),
    schema: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+" },
  },
} as const;

/** The keys of one of `packages` in the configuration file. */
export const KEYS = {
  model: { form: "textOrTexts", about: "Model files or folders, relative to this file." },
  out: { form: "text", about: "The folder of the generated package, relative to this file." },
  service: { form: "text", about: "The service's shape id or name. Not needed where the model has one service." },
  operations: { form: "texts", about: "The operations to generate, by shape id or name. All of them by default." },
  protocol: { form: "text", about: "The protocol, by its trait's shape id or name, where the service speaks several." },
  runtime: {
    form: RUNTIMES,
    about: "What the package imports: @smithy/core (the default), or @smithy/smithy-client and its kin.",
  },
  defaults: {
    form: DEFAULTS,
    about: "Modelled defaults are left to the service (official) or sent and filled in (spec).",
  },
  validation: {
    form: VALIDATIONS,
    about: "Whether a missing required member is refused before a request is sent. The default is required.",
  },
  docs: { form: DOCS, about: "Documentation comments as Markdown (the default) or with the model's HTML." },
  package: { form: "packageName", about: "The name of the generated package." },
  version: { form: "version", about: "The version of the generated package." },
  license: { form: "text", about: "An SPDX expression, or UNLICENSED." },
  private: { form: "boolean", about: "Whether npm refuses to publish the package." },
  publishConfig: { form: "object", about: "The registry to publish to, and other settings of npm publish." },
  repository: { form: "textOrObject", about: "Where the source of the package is kept." },
  engines: { form: "textsByName", about: "The versions of Node.js that the package supports." },
  scripts: { form: "textsByName", about: "Scripts of the package, beside its own or in their place." },
  dependencies: { form: "textsByName", about: "Version ranges by package name, in place of Tinsmith's own." },
  description: { form: "text", about: "What the package is, in a sentence." },
  author: { form: "textOrObject", about: "Who made the package." },
  homepage: { form: "text", about: "The address of the package's page." },
  keywords: { form: "texts", about: "Words by which the package is found." },
} as const satisfies Readonly<Record<string, Key>>;

export const REQUIRED_KEYS = ["model", "out"] as const;

/** `a string or a list of strings`, `"required" or "off"`: what a value must be. */
export const wordsOf = (form: Form): string =>
  typeof form === "string" ? FORMS[form].words : form.map((word) => `"${word}"`).join(" or ");

/** Whether a value has a form. */
export const hasForm = (form: Form, value: Json): boolean =>
  typeof form === "string" ? FORMS[form].test(value) : typeof value === "string" && form.includes(value);

/** The JSON schema of the configuration file, for editors. */
export const configSchema = (): object => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Tinsmith's configuration: tinsmith.config.json",
  type: "object",
  required: ["packages"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string" },
    packages: {
      description: "The packages to generate.",
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: REQUIRED_KEYS,
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(KEYS).map(([name, { form, about }]: [string, Key]) => [
            name,
            { description: about, ...(typeof form === "string" ? FORMS[form].schema : { enum: form }) },
          ]),
        ),
      },
    },
  },
});
