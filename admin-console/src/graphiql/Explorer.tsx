import type { FetcherOpts, FetcherParams } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { getOperationAST } from "graphql";
import { useEffect, useMemo, useState } from "react";
import { type Endpoint, fetchSession, liveClient, type Session, sessionHeaders, signInAddress } from "@/api";
import { t } from "@/i18n";

const ENDPOINTS: readonly { endpoint: Endpoint; label: string; query: string }[] = [
  {
    endpoint: "/graphql",
    label: t.graphiql.data,
    query: "{\n  me {\n    user { id name }\n    tenant { slug name }\n  }\n}\n",
  },
  {
    endpoint: "/graphql/metadata",
    label: t.graphiql.metadata,
    query: "{\n  catalog {\n    version\n    objects { name label fields { name type } }\n  }\n}\n",
  },
  {
    endpoint: "/graphql/operator",
    label: t.graphiql.operator,
    query: "{\n  tenants(first: 20) {\n    totalCount\n    nodes { slug name status }\n  }\n}\n",
  },
];

function useSessionOnce(): Session | null {
  const [session, setSession] = useState<Session | null>(null);
  useEffect(() => {
    fetchSession().then(setSession, () => setSession(null));
  }, []);
  return session;
}

function isSubscription(operation: FetcherParams, options?: FetcherOpts): boolean {
  const document = options?.documentAST;
  return document !== undefined && getOperationAST(document, operation.operationName)?.operation === "subscription";
}

/** The three APIs, to try out under the session of the browser. */
export function Explorer() {
  const session = useSessionOnce();
  const [endpoint, setEndpoint] = useState<Endpoint>("/graphql");
  const [chosen, setChosen] = useState<string | null>(() => new URLSearchParams(location.search).get("tenant"));
  const tenant = chosen ?? session?.tenants[0]?.slug ?? null;
  const fetcher = useMemo(
    () => async (operation: FetcherParams, options?: FetcherOpts) => {
      if (tenant !== null && isSubscription(operation, options)) {
        return (await liveClient(tenant)).iterate(operation);
      }
      const response = await fetch(endpoint, {
        method: "POST",
        credentials: "same-origin",
        headers: {
          "Content-Type": "application/json",
          Accept: "application/json",
          ...sessionHeaders(endpoint === "/graphql/operator" ? null : tenant),
        },
        body: JSON.stringify(operation),
      });
      return response.json();
    },
    [endpoint, tenant],
  );
  const start = ENDPOINTS.find((candidate) => candidate.endpoint === endpoint)?.query ?? "";
  const isReady = session?.signedIn === true;
  return (
    <div className="explorer">
      <header className="bar">
        <a href={tenant === null ? "/" : `/t/${tenant}`}>{t.graphiql.back}</a>
        <strong>{t.graphiql.title}</strong>
        <label>
          {t.graphiql.endpoint}
          <select value={endpoint} onChange={(event) => setEndpoint(event.currentTarget.value as Endpoint)}>
            {ENDPOINTS.map((candidate) => (
              <option key={candidate.endpoint} value={candidate.endpoint}>
                {candidate.label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.graphiql.tenant}
          <select value={tenant ?? ""} onChange={(event) => setChosen(event.currentTarget.value || null)}>
            {session?.tenants.length === 0 && <option value="">{t.graphiql.noTenant}</option>}
            {session?.tenants.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </header>
      {session !== null && !isReady && (
        <p className="bar">
          <a href={signInAddress("/graphiql")}>{t.graphiql.signIn}</a>
        </p>
      )}
      <div className="pane">
        {isReady && (
          <GraphiQL key={`${endpoint} ${tenant}`} fetcher={fetcher} initialQuery={start} defaultQuery={start} />
        )}
      </div>
    </div>
  );
}
