import type { ShapeId } from "../shape-id.ts";

const SERVER = "Speaks to servers alone.";
const TOOLS = "Speaks to the tools that check and convert models, not to clients.";
const IAM = "Describes permissions; a client neither checks nor sends them.";
const CLOUDFORMATION = "Describes a resource of CloudFormation, not a call.";
const RULES = "What it says about endpoints is in the service's endpoint rules too, which are followed.";

/** Traits that are known and ignored on purpose, each with the reason. They stay in the model and in its slices. */
export const ignoredTraits: ReadonlyMap<ShapeId, string> = new Map([
  ["smithy.api#box", "A mark of Smithy 1.0 that says nothing in 2.0; in 1.0 files, loading turns it into its meaning."],
  ["smithy.api#suppress", TOOLS],
  ["smithy.api#traitValidators", TOOLS],
  ["smithy.test#httpMalformedRequestTests", SERVER],
  ["smithy.test#eventStreamTests", "Event streams aren't generated yet."],
  ["aws.api#taggable", "Describes how a resource is tagged; its operations are ordinary ones."],
  ["aws.api#tagEnabled", "Describes how resources are tagged; its operations are ordinary ones."],
  ["aws.cloudformation#cfnResource", CLOUDFORMATION],
  ["aws.cloudformation#cfnAdditionalIdentifier", CLOUDFORMATION],
  ["aws.cloudformation#cfnExcludeProperty", CLOUDFORMATION],
  ["aws.cloudformation#cfnMutability", CLOUDFORMATION],
  ["aws.cloudformation#cfnDefaultValue", CLOUDFORMATION],
  ["aws.cloudformation#cfnName", CLOUDFORMATION],
  ["aws.endpoints#dualStackOnlyEndpoints", RULES],
  ["aws.endpoints#endpointsModifier", RULES],
  ["aws.endpoints#rulesBasedEndpoints", RULES],
  ["aws.endpoints#standardPartitionalEndpoints", RULES],
  ["aws.endpoints#standardRegionalEndpoints", RULES],
  ["aws.iam#actionName", IAM],
  ["aws.iam#actionPermissionDescription", IAM],
  ["aws.iam#conditionKeyValue", IAM],
  ["aws.iam#conditionKeys", IAM],
  ["aws.iam#defineConditionKeys", IAM],
  ["aws.iam#disableConditionKeyInference", IAM],
  ["aws.iam#iamAction", IAM],
  ["aws.iam#iamResource", IAM],
  ["aws.iam#requiredActions", IAM],
  ["aws.iam#serviceResolvedConditionKeys", IAM],
  ["aws.iam#supportedPrincipalTypes", IAM],
]);
