/** https://smithy.io/2.0/aws/aws-auth.html */
import { strings } from "./forms.ts";
import { marker, trait } from "./trait.ts";

/** Requests are signed with AWS Signature Version 4; `name` goes into the signature's scope. */
export const sigv4 = trait("aws.auth#sigv4", (v) => ({ name: v.required("name").string }));

/** The same for several regions at once. */
export const sigv4a = trait("aws.auth#sigv4a", (v) => ({ name: v.required("name").string }));

/** The body isn't signed. */
export const unsignedPayload = marker("aws.auth#unsignedPayload");

export const cognitoUserPools = trait("aws.auth#cognitoUserPools", (v) => ({
  providerArns: strings(v.required("providerArns")),
}));
