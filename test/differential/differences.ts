import type { Difference } from "./difference.ts";
import { differencesFrom3_782 } from "./differences-from-3.782.0.ts";
import { answerDifferences, emptyAnswers } from "./differences-of-answers.ts";
import { errorDifferences } from "./differences-of-errors.ts";
import { inputDifferences, nullTokens, refusedInputs } from "./differences-of-inputs.ts";
import { restInputDifferences, s3InputDifferences } from "./differences-of-rest-inputs.ts";
import { cborAnswerDifferences, cborInputDifferences, rpcV2Differences } from "./differences-of-rpc-v2.ts";
import { xmlDifferences } from "./differences-of-xml.ts";
import { queryErrorDifferences, xmlErrorDifferences } from "./differences-of-xml-errors.ts";
import type { ComparedService } from "./services.ts";

const tables: Readonly<Record<ComparedService["protocol"], readonly Difference[]>> = {
  awsJson: [
    ...errorDifferences,
    ...emptyAnswers,
    ...answerDifferences,
    ...differencesFrom3_782,
    ...inputDifferences,
    ...refusedInputs,
  ],
  awsQuery: [...queryErrorDifferences, ...xmlErrorDifferences, ...emptyAnswers, ...xmlDifferences, ...refusedInputs],
  ec2Query: [...queryErrorDifferences, ...xmlErrorDifferences, ...emptyAnswers, ...xmlDifferences, ...refusedInputs],
  rpcv2Json: [
    ...errorDifferences,
    ...rpcV2Differences,
    ...emptyAnswers,
    ...answerDifferences,
    ...inputDifferences,
    ...refusedInputs,
  ],
  rpcv2Cbor: [
    ...errorDifferences,
    ...rpcV2Differences,
    ...answerDifferences,
    ...cborAnswerDifferences,
    nullTokens,
    ...cborInputDifferences,
    ...refusedInputs,
  ],
  restJson1: [...errorDifferences, ...emptyAnswers, ...answerDifferences, ...restInputDifferences, ...refusedInputs],
  restXml: [
    ...xmlErrorDifferences,
    ...emptyAnswers,
    ...xmlDifferences,
    ...s3InputDifferences,
    ...restInputDifferences,
    ...refusedInputs,
  ],
};

/** Every difference that is meant, of a protocol. An input that is refused comes last: nothing else is then to be seen. */
export const differencesOf = (protocol: ComparedService["protocol"]): readonly Difference[] => tables[protocol];
