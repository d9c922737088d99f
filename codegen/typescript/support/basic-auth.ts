import { fromUtf8, toBase64 } from "@smithy/core/serde";
import { HttpRequest } from "@smithy/core/transport";
import type { HttpSigner, Identity, IdentityProvider, HttpRequest as IHttpRequest } from "@smithy/types";

/** Who calls, in HTTP's basic authentication. */
export interface BasicAuthIdentity extends Identity {
  /** Without a colon: the server couldn't tell where the password begins. */
  readonly username: string;
  readonly password: string;
}

export type BasicAuthIdentityProvider = IdentityProvider<BasicAuthIdentity>;

/** Adds the header `Authorization: Basic ...`, of a name and a password in UTF-8 (RFC 7617). */
export class HttpBasicAuthSigner implements HttpSigner {
  async sign(request: IHttpRequest, { username, password }: BasicAuthIdentity): Promise<IHttpRequest> {
    if (typeof username !== "string" || typeof password !== "string") {
      throw new TypeError("Basic authentication needs a username and a password.");
    }
    if (username.includes(":")) {
      throw new TypeError("A username for basic authentication can't have a colon.");
    }
    const signed = HttpRequest.clone(request);
    signed.headers["Authorization"] = `Basic ${toBase64(fromUtf8(`${username}:${password}`))}`;
    return signed;
  }
}
