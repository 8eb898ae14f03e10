import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, fetchExchange, gql, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-sse";
import { authorization, endpoint, makeAccounts, soon } from "../kith.mjs";

function client(options = {}) {
  return new Client({
    url: endpoint,
    exchanges: [fetchExchange],
    preferGetMethod: false,
    fetchOptions: { headers: { authorization } },
    ...options,
  });
}

const NAMES = gql`
  query Names($city: String!) {
    accounts(filter: { city: { eq: $city } }, orderBy: [{ name: ASC }]) { nodes { id name } }
  }
`;

test("asks by POST and by GET", async () => {
  await makeAccounts("Urqlham", 2);
  for (const preferGetMethod of [false, "force"]) {
    const { data, error } = await client({ preferGetMethod }).query(NAMES, { city: "Urqlham" }).toPromise();

    assert.equal(error, undefined);
    assert.deepEqual(
      data.accounts.nodes.map(({ name }) => name),
      ["Urqlham 1", "Urqlham 2"],
    );
  }
});

test("is answered in JSON, which it names before streams", async () => {
  const types = [];
  const fetchAndNote = async (...request) => {
    const response = await fetch(...request);
    types.push(response.headers.get("content-type"));
    return response;
  };

  await client({ fetch: fetchAndNote }).query(NAMES, { city: "Urqlham" }).toPromise();

  assert.deepEqual(types, ["application/graphql-response+json; charset=utf-8"]);
});

test("is told what was wrong", async () => {
  const { error } = await client().mutation(gql`mutation { createAccount(data: {}) { id } }`, {}).toPromise();

  assert.deepEqual(error.graphQLErrors[0].path, ["createAccount", "data", "name"]);
  assert.equal(error.graphQLErrors[0].extensions.kind, "INVALID");
});

test("hears of changes over server-sent events", async () => {
  const events = createClient({ url: endpoint, headers: { authorization } });
  const forwardSubscription = (operation) => ({
    subscribe: (sink) => ({ unsubscribe: events.subscribe(operation, sink) }),
  });
  const urql = client({ exchanges: [fetchExchange, subscriptionExchange({ forwardSubscription })] });
  const { data } = await urql.query(gql`{ changes(first: 1) { latestCursor } }`, {}).toPromise();
  let listening;
  const event = await soon("the change", (take, fail) => {
    listening = urql
      .subscription(
        gql`
          subscription Watch($after: String) {
            accountChanged(filter: { city: { eq: "Urqlstead" } }, after: $after) { kind node { name } }
          }
        `,
        { after: data.changes.latestCursor },
      )
      .subscribe(({ data, error }) => (error ? fail(error) : take(data.accountChanged)));
    makeAccounts("Urqlstead", 1).catch(fail);
  });
  listening.unsubscribe();
  events.dispose();

  assert.deepEqual(event, { kind: "CREATED", node: { name: "Urqlstead 1" } });
});
