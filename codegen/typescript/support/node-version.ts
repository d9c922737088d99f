/** The oldest release of Node.js that the packages of AWS that this client uses will run on. */
const OLDEST = 22;
/** Told once in a process, whichever of its clients is made first. */
const TOLD = Symbol.for("aws client: release of Node.js");

/** Milliseconds. To write a warning takes longer than to make a client, and a program that is soon done needs none. */
const DELAY = 1_000;

/**
 * Warns of a release of Node.js for which AWS will soon publish nothing new, as the published function does, in other
 * words and a second later. `AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED=true` keeps it quiet.
 *
 * @param version as `process.version` has it
 */
export const awsCheckVersion = (version: string): void => {
  const told = globalThis as { [TOLD]?: boolean };
  if (told[TOLD]) {
    return;
  }
  if (process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] === "true") {
    told[TOLD] = true;
  } else if (Number.parseInt(version.slice(1), 10) < OLDEST) {
    told[TOLD] = true;
    const text =
      `NodeVersionSupportWarning: this is Node.js ${version}, and the packages of the AWS SDK for JavaScript (v3) that ` +
      `are published from the second week of January 2027 on will need Node.js ${OLDEST} or later.`;
    setTimeout(() => process.emitWarning(text), DELAY).unref();
  }
};
