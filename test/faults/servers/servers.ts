import type { Socket } from "node:net";
import type { TlsOptions } from "node:tls";
import { type Answer, answerText, type RawServer, rawServer } from "../raw-server.ts";
import type { Identity } from "./certificates.ts";

/** A server that does one thing wrong until it is healed. */
export interface Hostile {
  readonly endpoint: string;
  /** From here on it answers as a service does. */
  readonly heal: () => Promise<void>;
  readonly open: () => number;
  readonly close: () => Promise<void>;
  /** What else there is to tell of a call, once it is over. */
  readonly note?: () => string;
}

/** One row of the table. */
export interface Fault {
  /** What the server does. */
  readonly name: string;
  /** Calls the operation that is signed. */
  readonly signed?: true;
  /** Takes so much memory that it runs alone. */
  readonly heavy?: true;
  /** The caller gives up when the server says so. */
  readonly serve: (abort: () => void) => Promise<Hostile>;
  /** Certificates that the client trusts. */
  readonly ca?: string;
}

const HEALTHY = answerText(200, "{}");
const head = (headers: Record<string, string>): string =>
  answerText(200, "", { "content-type": "application/x-amz-json-1.1", ...headers });
const HALF = `${head({ "content-length": "100" })}{"CodeDelivery`;
const chunkedHead = head({}).replace(/content-length: 0\r\n/, "transfer-encoding: chunked\r\n");

/** Answers wrong while it isn't healed. */
const hostile = async (wrong: Answer, tls?: TlsOptions): Promise<Hostile & { readonly server: RawServer }> => {
  let healed = false;
  const server = await rawServer(
    (socket, request, text) => {
      if (healed) socket.write(HEALTHY);
      else wrong(socket, request, text);
    },
    tls === undefined ? {} : { tls },
  );
  return {
    server,
    endpoint: `${tls === undefined ? "http" : "https"}://127.0.0.1:${server.port}`,
    open: server.open,
    close: server.close,
    heal: async () => {
      healed = true;
    },
  };
};

const answering = (name: string, wrong: Answer): Fault => ({ name, serve: () => hostile(wrong) });

/** Nobody listens, until it is healed. */
const refusing = async (): Promise<Hostile> => {
  const { port, close } = await rawServer(() => {});
  await close();
  let later: RawServer | undefined;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    heal: async () => {
      later = await rawServer((socket) => socket.write(HEALTHY), { port });
    },
    open: () => later?.open() ?? 0,
    close: async () => later?.close(),
  };
};

/** Writes again and again, as fast as it is read, until there is no more to write or nobody who reads. */
const pour = (socket: Socket, chunk: string | Buffer, times: number, end = ""): void => {
  let left = times;
  const more = (): void => {
    while (left > 0 && !socket.destroyed) {
      left -= 1;
      if (!socket.write(chunk)) {
        socket.once("drain", more);
        return;
      }
    }
    if (!socket.destroyed) socket.write(end);
  };
  more();
};

const MEBIBYTE = 2 ** 20;
const large =
  (chunk: Buffer, headText: string, end = ""): Answer =>
  (socket) => {
    socket.write(headText);
    pour(socket, chunk, 200, end);
  };
const asChunk = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);

/** Bytes that come long before the limit of silence, and too few of them: the caller gives up after ten. */
const dripping = (abort: () => void): Promise<Hostile> =>
  hostile((socket) => {
    socket.write(head({ "content-length": "1000" }));
    let sent = 0;
    const timer = setInterval(() => {
      socket.write("{");
      sent += 1;
      if (sent === 10) abort();
    }, 100);
    socket.once("close", () => clearInterval(timer));
  });

/** Sends elsewhere; who listens there is told of in the note. */
const redirecting = async (): Promise<Hostile> => {
  const seen: string[] = [];
  const elsewhere = await rawServer((socket, _, text) => {
    seen.push(/^authorization: /im.test(text) ? "credentials followed" : "followed");
    socket.write(HEALTHY);
  });
  const from = await hostile((socket) =>
    socket.write(answerText(301, "", { location: `http://127.0.0.1:${elsewhere.port}/` })),
  );
  return {
    ...from,
    note: () => (seen.length === 0 ? "not followed" : seen.join(", ")),
    close: async () => {
      await from.close();
      await elsewhere.close();
    },
  };
};

/** Says that the signature is too old, as its clock, an hour ahead, has it. */
const skewed = async (): Promise<Hostile> => {
  const HOUR = 3_600_000;
  const differences: number[] = [];
  const server = await hostile((socket, _, text) => {
    const [, date = ""] = /^x-amz-date: (\S+)/im.exec(text) ?? [];
    const iso = date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z");
    const now = Date.now() + HOUR;
    const difference = Math.abs(Date.parse(iso) - now);
    differences.push(difference);
    const tooOld = { __type: "InvalidSignatureException", message: "Signature expired: it is now later." };
    const stamp = { date: new Date(now).toUTCString() };
    socket.write(difference < 300_000 ? answerText(200, "{}", stamp) : answerText(400, JSON.stringify(tooOld), stamp));
  });
  return {
    ...server,
    note: () => ((differences.at(-1) ?? HOUR) < 300_000 ? "clock corrected" : "clock not corrected"),
  };
};

/** Every server, in the order of the table; those of TLS where there are certificates. */
export const faults = (
  certificates: Readonly<Record<"trusted" | "unknown" | "elsewhere", Identity>> | undefined,
): readonly Fault[] => [
  { name: "refuses connections", serve: refusing },
  answering("accepts and says nothing", () => {}),
  answering("closes without an answer", (socket) => socket.end()),
  answering("stops within the head", (socket) => socket.write("HTTP/1.1 200 OK\r\nx-am")),
  answering("sends the head and no body", (socket) => socket.write(head({ "content-length": "100" }))),
  answering("stops within the body", (socket) => socket.write(HALF)),
  answering("closes within the body", (socket) => socket.end(HALF)),
  answering("resets within the body", (socket) => {
    socket.write(HALF);
    // Late enough for the head to be read: a reset throws away what was received and not yet read.
    setTimeout(() => socket.resetAndDestroy(), 300);
  }),
  answering("announces more than it sends, and closes", (socket) =>
    socket.end(answerText(200, "{}", { "content-length": "50" })),
  ),
  answering("announces less than it sends", (socket) =>
    socket.write(answerText(200, '{}{"more":1}', { "content-length": "2" })),
  ),
  answering("sends garbage for chunks", (socket) => socket.write(`${chunkedHead}zz\r\n{}\r\n0\r\n\r\n`)),
  answering("sends what isn't HTTP", (socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n\r\n")),
  { name: "sends a byte now and then, until the caller aborts", serve: dripping },
  {
    ...answering(
      "announces a body of 200 MiB",
      large(Buffer.alloc(MEBIBYTE, "{"), head({ "content-length": String(200 * MEBIBYTE) })),
    ),
    heavy: true,
  },
  {
    ...answering(
      "sends a body of 200 MiB, unannounced",
      large(asChunk(Buffer.alloc(MEBIBYTE, "{")), chunkedHead, "0\r\n\r\n"),
    ),
    heavy: true,
  },
  answering("says gzip, and sends something else", (socket) =>
    socket.write(answerText(200, "\u001f\u0008 no gzip", { "content-encoding": "gzip" })),
  ),
  answering("sends a head without end", (socket) => {
    socket.write("HTTP/1.1 200 OK\r\n");
    pour(socket, `x-more: ${"x".repeat(1_000)}\r\n`, 1_000);
  }),
  answering("says 100 Continue and no more", (socket) => socket.write("HTTP/1.1 100 Continue\r\n\r\n")),
  { name: "redirects elsewhere (301, signed call)", signed: true, serve: redirecting },
  ...[429, 503].map((status) =>
    answering(`says ${status} and retry-after, then answers`, (socket, request) =>
      socket.write(request === 1 ? answerText(status, "", { "retry-after": "1" }) : HEALTHY),
    ),
  ),
  answering("says 503, always", (socket) => socket.write(answerText(503, "<html>busy</html>"))),
  { name: "has another clock (signed call)", signed: true, serve: skewed },
  ...(certificates === undefined ? [] : overTls(certificates)),
];

/** The rows that need certificates. */
const overTls = ({
  trusted,
  unknown,
  elsewhere,
}: Readonly<Record<"trusted" | "unknown" | "elsewhere", Identity>>): readonly Fault[] => {
  const showing = (wrong: Identity) => async (): Promise<Hostile> => {
    const served = await hostile(() => {}, { key: wrong.key, cert: wrong.cert });
    return {
      ...served,
      heal: async () => {
        served.server.setIdentity({ key: trusted.key, cert: trusted.cert });
        await served.heal();
      },
    };
  };
  const ca = `${trusted.cert}${elsewhere.cert}`;
  return [
    { name: "shows a certificate that nobody signed", ca, serve: showing(unknown) },
    { name: "shows another host's certificate", ca, serve: showing(elsewhere) },
  ];
};
