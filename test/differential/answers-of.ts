import type fc from "fast-check";
import type { OperationIr, ServiceIr } from "../../codegen/ir/types.ts";
import { type Answer, JsonAnswers } from "./answers.ts";
import { cborForm } from "./cbor-answers.ts";
import { QueryAnswers } from "./query-answers.ts";
import { RestXmlAnswers } from "./rest-xml-answers.ts";

/** Answers to the operations of a service, in the form of its protocol. */
export const answersOf = (service: ServiceIr): { to(operation: OperationIr): fc.Arbitrary<Answer> } => {
  switch (service.protocol) {
    case "aws.protocols#awsQuery":
    case "aws.protocols#ec2Query":
      return new QueryAnswers(service);
    case "aws.protocols#restXml":
      return new RestXmlAnswers(service);
    case "smithy.protocols#rpcv2Cbor":
      return new JsonAnswers(service, cborForm);
    default:
      return new JsonAnswers(service);
  }
};
