import type { Difference } from "./difference.ts";
import { differencesFrom3_782 } from "./differences-from-3.782.0.ts";
import { answerDifferences } from "./differences-of-answers.ts";
import { errorDifferences } from "./differences-of-errors.ts";
import { inputDifferences } from "./differences-of-inputs.ts";

/** Every difference that is meant. An input that is refused comes last: nothing else is then to be seen. */
export const differences: readonly Difference[] = [
  ...errorDifferences,
  ...answerDifferences,
  ...differencesFrom3_782,
  ...inputDifferences,
];
