import { ApiError, kindOfStatus, problem, problemsOf } from "./errors";

/** The three doors of the API. */
export type Endpoint = "/graphql" | "/graphql/metadata" | "/graphql/operator";

export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface Session {
  readonly signedIn: boolean;
  readonly csrfToken: string | null;
  readonly user: { readonly name: string; readonly email: string } | null;
  readonly tenants: readonly { readonly slug: string; readonly name: string }[];
  readonly isOperator: boolean;
}

const SIGNED_OUT: Session = { signedIn: false, csrfToken: "", user: null, tenants: [], isOperator: false };

let csrfToken = "";

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: "same-origin", ...init });
  } catch (cause) {
    throw lost(cause);
  }
}

/** A failure on the way, as one of the network; that nobody waits any more is none. */
function lost(cause: unknown): unknown {
  return cause instanceof DOMException && cause.name === "AbortError" ? cause : new ApiError([problem("NETWORK", "")]);
}

async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw lost(cause);
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await textOf(response);
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Who is signed in; also learns the token that later requests prove themselves with. */
export async function fetchSession(): Promise<Session> {
  const response = await send("/auth/session", { headers: { Accept: "application/json" } });
  if (response.status === 401) return SIGNED_OUT;
  const body = (await bodyOf(response)) as Partial<Session> | null;
  if (!response.ok || body === null) throw new ApiError([problem(kindOfStatus(response.status), "")]);
  const session: Session = { ...SIGNED_OUT, ...body, user: body.user ?? null, tenants: body.tenants ?? [] };
  csrfToken = session.csrfToken ?? "";
  return session;
}

export function signInAddress(returnTo: string): string {
  return `/auth/login?returnTo=${encodeURIComponent(returnTo)}`;
}

/** Ends the session; the answer is where the browser goes next. */
export async function signOut(): Promise<string> {
  const ask = () =>
    send("/auth/logout", { method: "POST", headers: { Accept: "application/json", "X-CSRF-Token": csrfToken } });
  let response = await ask();
  if (response.status === 403) {
    await fetchSession();
    response = await ask();
  }
  // 401: it had ended already.
  if (!response.ok && response.status !== 401) throw new ApiError([problem(kindOfStatus(response.status), "")]);
  const body = (await bodyOf(response)) as { redirect?: string } | null;
  return body?.redirect ?? "/";
}

async function post(
  endpoint: Endpoint,
  tenant: string | null,
  operation: Operation,
  signal?: AbortSignal,
): Promise<Response> {
  return send(endpoint, {
    method: "POST",
    signal: signal ?? null,
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json",
      "X-CSRF-Token": csrfToken,
      ...(tenant === null ? {} : { "X-Kith-Tenant": tenant }),
    },
    body: JSON.stringify(operation),
  });
}

/** Headers for tools that send their own requests under the session. */
export function sessionHeaders(tenant: string | null): Record<string, string> {
  return { "X-CSRF-Token": csrfToken, ...(tenant === null ? {} : { "X-Kith-Tenant": tenant }) };
}

function isTokenStale(status: number, body: unknown): boolean {
  const problems = problemsOf(body, status);
  return problems === null ? status === 403 : problems.some((found) => found.code === "CSRF_TOKEN_INVALID");
}

/** Runs one operation; every failure is an {@link ApiError}. */
export async function request<T>(
  endpoint: Endpoint,
  tenant: string | null,
  operation: Operation,
  signal?: AbortSignal,
): Promise<T> {
  let response = await post(endpoint, tenant, operation, signal);
  let body = await bodyOf(response);
  if (isTokenStale(response.status, body)) {
    // The token of a session that was renewed in another tab is stale: learn the new one, once.
    await fetchSession();
    response = await post(endpoint, tenant, operation, signal);
    body = await bodyOf(response);
  }
  const problems = problemsOf(body, response.status);
  if (problems !== null) throw new ApiError(problems);
  const data = (body as { data?: T } | null)?.data;
  if (!response.ok || data === undefined || data === null) {
    throw new ApiError([problem(kindOfStatus(response.ok ? 500 : response.status), "")]);
  }
  return data;
}
