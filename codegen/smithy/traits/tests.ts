/**
 * Tests that a model brings along, as they stand: they are for test suites, not for clients.
 * https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html
 */
import type { Json } from "../json.ts";
import { raw } from "./forms.ts";
import { trait, type Value } from "./trait.ts";

const cases = (v: Value): readonly Json[] => v.list.map(raw);

export const httpRequestTests = trait("smithy.test#httpRequestTests", cases);
export const httpResponseTests = trait("smithy.test#httpResponseTests", cases);
export const smokeTests = trait("smithy.test#smokeTests", cases);
