/** https://smithy.io/2.0/spec/endpoint-traits.html */
import { marker, trait } from "./trait.ts";

/** A prefix of the host, with labels: `{account}.data.`. */
export const endpoint = trait("smithy.api#endpoint", (v) => ({ hostPrefix: v.required("hostPrefix").string }));

/** The member fills the label of its name in the host prefix. */
export const hostLabel = marker("smithy.api#hostLabel");
