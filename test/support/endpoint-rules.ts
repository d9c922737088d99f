import { isVirtualHostableS3Bucket, parseArn, partition } from "@aws-sdk/core/client";
import { EndpointError, isValidHostLabel } from "@smithy/core/endpoints";
import type { EndpointV2 } from "@smithy/types";
import { transformSync } from "esbuild";
import type { RuleSet } from "../../codegen/ir/endpoint-rules.ts";
import { compileRules } from "../../codegen/typescript/endpoint/rules.ts";
import { asciiSubstring } from "../../codegen/typescript/support/endpoint-ascii-substring.ts";
import { endpointAt } from "../../codegen/typescript/support/endpoint-at.ts";
import { implicitGlobalRegion } from "../../codegen/typescript/support/endpoint-implicit-global-region.ts";
import { parseEndpointUrl } from "../../codegen/typescript/support/endpoint-parse-url.ts";
import { splitString } from "../../codegen/typescript/support/endpoint-split-string.ts";
import { uriEncode } from "../../codegen/typescript/support/uri-encode.ts";

/** All that compiled rules can import, by name. */
export const endpointFunctions = {
  EndpointError,
  asciiSubstring,
  awsParseArn: parseArn,
  awsPartition: partition,
  endpointAt,
  implicitGlobalRegion,
  isValidHostLabel,
  isVirtualHostableS3Bucket,
  parseEndpointUrl,
  splitString,
  uriEncode,
};

/** What calls resolve an endpoint from. */
export type RuleParameters = Readonly<Record<string, string | boolean | readonly string[] | null | undefined>>;

/** The compiled rules as a function that runs. Only what the rules report as imports is in its sight. */
export const runnable = (
  rules: RuleSet,
  functions: typeof endpointFunctions = endpointFunctions,
): ((params: RuleParameters) => EndpointV2) => {
  const { body, imports } = compileRules(rules);
  const { code } = transformSync(`const resolve = (params) => {\n${body}};`, { loader: "ts" });
  const values = imports.map(({ name }) => functions[name]);
  return new Function(...imports.map(({ name }) => name), `"use strict";\n${code}\nreturn resolve;`)(...values);
};
