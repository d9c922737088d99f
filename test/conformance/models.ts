import { readFileSync } from "node:fs";
import type { Json, JsonObject } from "../../codegen/smithy/json.ts";
import { sharedPath } from "../support/paths.ts";
import { withS3Rules } from "./s3.ts";

const texts = new Map<string, string>();

/**
 * The model of official tests that packages are generated from: as users would assemble it, mixins and all, with the rule
 * set that S3 lacks there.
 *
 * @param file its name without the ending: `aws-protocols`
 */
export const modelText = (file: string): string => {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const read = (...path: readonly string[]) => readFileSync(sharedPath(...path) ?? "", "utf8");
  const text = read("protocol-tests", `${file}.json`);
  const made = text.includes('"com.amazonaws.s3#AmazonS3"')
    ? JSON.stringify(withS3Rules(parsed(text), parsed(read("models", "s3-2006-03-01.json"))))
    : text;
  texts.set(file, made);
  return made;
};

const parsed = (text: string): JsonObject => JSON.parse(text) as Json as JsonObject;
