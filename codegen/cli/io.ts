/** Where a run's words go. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
}

export interface Output {
  readonly write: (text: string) => void;
  readonly hasColor: boolean;
}

/** The process's own streams, in colour on a terminal that wants it: https://no-color.org */
export const processIo = (): Io => {
  // A reader that has seen enough (`| head`) is no fault.
  process.stdout.on("error", ignoreClosedPipe);
  process.stderr.on("error", ignoreClosedPipe);
  return { stdout: outputTo(process.stdout), stderr: outputTo(process.stderr) };
};

const outputTo = (stream: NodeJS.WriteStream): Output => {
  const { NO_COLOR, TERM } = process.env;
  return {
    write: (text) => void stream.write(text),
    hasColor: stream.isTTY === true && !NO_COLOR && TERM !== "dumb",
  };
};

const ignoreClosedPipe = (error: NodeJS.ErrnoException): void => {
  if (error.code !== "EPIPE") throw error;
};
