import type { ShapeId } from "../shape-id.ts";
import * as authentication from "./authentication.ts";
import * as awsAuth from "./aws-auth.ts";
import * as awsCore from "./aws-core.ts";
import * as awsCustomizations from "./aws-customizations.ts";
import * as awsProtocols from "./aws-protocols.ts";
import * as behavior from "./behavior.ts";
import * as constraint from "./constraint.ts";
import * as documentation from "./documentation.ts";
import * as endpoint from "./endpoint.ts";
import * as http from "./http.ts";
import * as protocol from "./protocol.ts";
import * as resource from "./resource.ts";
import * as rulesEngine from "./rules-engine.ts";
import * as streaming from "./streaming.ts";
import * as tests from "./tests.ts";
import type { Trait } from "./trait.ts";
import * as typeRefinement from "./type-refinement.ts";
import * as waiters from "./waiters.ts";
import * as xml from "./xml.ts";

const CHAPTERS: readonly Readonly<Record<string, Trait<unknown>>>[] = [
  constraint,
  typeRefinement,
  documentation,
  behavior,
  resource,
  authentication,
  protocol,
  http,
  streaming,
  xml,
  endpoint,
  waiters,
  rulesEngine,
  awsCore,
  awsAuth,
  awsProtocols,
  awsCustomizations,
  tests,
];

/** All traits that have a token, by id: what a model's trait values are checked with. */
export const knownTraits: ReadonlyMap<ShapeId, Trait<unknown>> = new Map(
  CHAPTERS.flatMap((chapter) => Object.values(chapter).map((trait) => [trait.id, trait] as const)),
);
