import { readFileSync } from "node:fs";
import { isObject, type Json, own } from "../../codegen/smithy/json.ts";
import { objectAt, targetsAt } from "./model-json.ts";
import { repositoryPath } from "./paths.ts";

/** What a program that calls one operation of the Cognito model may hold of the others. */
export interface Shaken {
  readonly operation: string;
  /** A program for bundlers: it calls that operation, with the package under the name given. */
  readonly program: (name: string) => string;
  /** Names of commands and exceptions that are in a bundle of it. */
  readonly held: readonly string[];
  /** Names of those that aren't: the other commands, and exceptions that only they use. */
  readonly leftOut: readonly string[];
}

const nameOf = (id: string): string => id.slice(id.indexOf("#") + 1);

const json = JSON.parse(readFileSync(repositoryPath("model", "cognito-user-pools.json"), "utf8")) as Json;
const shapes = objectAt(json, "shapes");

/** Each operation with the names of its errors. */
const operations = new Map(
  Object.entries(shapes)
    .filter(([, shape]) => isObject(shape) && own(shape, "type") === "operation")
    .map(([id, shape]) => [nameOf(id), targetsAt(shape, "errors").map(nameOf)] as const),
);

export const shaken: readonly Shaken[] = [...operations].map(([operation, errors]) => {
  const all = new Set([...operations.values()].flat());
  const others = [...operations.keys()].filter((name) => name !== operation);
  return {
    operation,
    program: (name) => `import { CognitoIdentityProviderClient, ${operation}Command } from "${name}";
const client = new CognitoIdentityProviderClient({ region: "eu-west-1" });
export const call = (input) => client.send(new ${operation}Command(input));
`,
    held: [`${operation}Command`, ...errors],
    leftOut: [...others.map((name) => `${name}Command`), ...[...all].filter((name) => !errors.includes(name))],
  };
});

/** The names that a bundle holds in quotation marks, as commands and exceptions have them at run time. */
export const namesIn = (bundle: string, names: readonly string[]): readonly string[] =>
  names.filter((name) => ['"', "'", "`"].some((mark) => bundle.includes(mark + name + mark)));
