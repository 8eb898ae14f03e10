import assert from "node:assert/strict";
import { test } from "node:test";
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { getMainDefinition, relayStylePagination } from "@apollo/client/utilities";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { authorization, endpoint, makeAccounts, servedSchema, socketEndpoint, soon } from "../kith.mjs";

const schema = await servedSchema();
const possibleTypes = { Node: schema.getPossibleTypes(schema.getType("Node")).map(({ name }) => name) };

const ROW = gql`
  fragment Row on Account {
    id
    name
    city
  }
`;

const PAGE = gql`
  query Page($filter: AccountFilter, $first: Int!, $after: String) {
    accounts(filter: $filter, orderBy: [{ name: ASC }], first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { ...Row } }
    }
  }
  ${ROW}
`;

const ONE = gql`
  query One($id: ID!) {
    account(id: $id) { ...Row version owner { id name } orders(first: 3) { nodes { id } } }
    node(id: $id) { id ... on Account { name } }
  }
  ${ROW}
`;

const RENAME = gql`
  mutation Rename($id: ID!, $name: String!) {
    updateAccount(id: $id, data: { name: $name }) { id name }
  }
`;

function client(headers = { authorization }) {
  return new ApolloClient({
    link: new HttpLink({ uri: endpoint, headers }),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: { Query: { fields: { accounts: relayStylePagination(["filter", "orderBy"]) } } },
    }),
  });
}

function inCity(city) {
  return { city: { eq: city } };
}

// What a watched query shows, once it is as it should be.
function reached(watched, holds) {
  return soon("the list", (take, fail) =>
    watched.subscribe(({ data, error }) => {
      if (error) fail(error);
      else if (data && holds(data.accounts)) take(data.accounts);
    }),
  );
}

test("asks with variables and fragments, and finds the record in the cache", async () => {
  const [account] = await makeAccounts("Apolloville", 1);
  const apollo = client();

  const { data } = await apollo.query({ query: ONE, variables: { id: account.id } });

  assert.equal(data.account.name, "Apolloville 1");
  assert.equal(data.account.version, 1);
  assert.deepEqual(data.node, { __typename: "Account", id: account.id, name: "Apolloville 1" });
  const kept = apollo.readFragment({ id: `Account:${account.id}`, fragment: ROW });
  assert.equal(kept.city, "Apolloville");
});

test("joins two pages with relayStylePagination", async () => {
  await makeAccounts("Apollopolis", 3);
  const apollo = client();
  const pages = apollo.watchQuery({ query: PAGE, variables: { filter: inCity("Apollopolis"), first: 2 } });
  const first = await reached(pages, (accounts) => accounts.edges.length === 2);
  assert.equal(first.totalCount, 3);
  assert.equal(first.pageInfo.hasNextPage, true);

  await pages.fetchMore({ variables: { after: first.pageInfo.endCursor } });

  const accounts = await reached(pages, ({ edges }) => edges.length === 3);
  assert.deepEqual(
    accounts.edges.map(({ node }) => node.name),
    ["Apollopolis 1", "Apollopolis 2", "Apollopolis 3"],
  );
  assert.equal(accounts.pageInfo.hasNextPage, false);
  assert.equal(accounts.pageInfo.startCursor, first.pageInfo.startCursor);
});

test("shows the answer of a mutation wherever the record stands", async () => {
  const [account] = await makeAccounts("Apollonia", 1);
  const apollo = client();
  const filter = inCity("Apollonia");
  const watched = apollo.watchQuery({ query: PAGE, variables: { filter, first: 10 } });
  const { edges } = await reached(watched, ({ edges }) => edges.length === 1);
  assert.equal(edges[0].node.name, "Apollonia 1");

  await apollo.mutate({ mutation: RENAME, variables: { id: account.id, name: "Renamed" } });

  await reached(watched, ({ edges }) => edges[0].node.name === "Renamed");
});

test("puts a new record into a list that is cached", async () => {
  await makeAccounts("Apollograd", 1);
  const apollo = client();
  const filter = inCity("Apollograd");
  await apollo.query({ query: PAGE, variables: { filter, first: 10 } });

  await apollo.mutate({
    mutation: gql`
      mutation Add($data: AccountCreateInput!) {
        createAccount(data: $data) { ...Row }
      }
      ${ROW}
    `,
    variables: { data: { name: "Added", city: "Apollograd" } },
    update: (cache, { data }) =>
      cache.updateQuery({ query: PAGE, variables: { filter, first: 10 } }, ({ accounts }) => ({
        accounts: {
          ...accounts,
          edges: [...accounts.edges, { __typename: "AccountEdge", cursor: "", node: data.createAccount }],
        },
      })),
  });

  const kept = apollo.readQuery({ query: PAGE, variables: { filter, first: 10 } });
  assert.deepEqual(
    kept.accounts.edges.map(({ node }) => node.name),
    ["Apollograd 1", "Added"],
  );
});

test("is told what was wrong with code, path and hint", async () => {
  const failure = await client()
    .mutate({ mutation: gql`mutation { createAccount(data: { city: "Nowhere" }) { id } }` })
    .then(assert.fail, (error) => error);

  assert.ok(CombinedGraphQLErrors.is(failure), String(failure));
  assert.deepEqual(failure.errors[0].path, ["createAccount", "data", "name"]);
  assert.equal(failure.errors[0].extensions.kind, "INVALID");
});

test("is told that a field does not exist", async () => {
  const failure = await client()
    .query({ query: gql`{ accounts(first: 1) { nodes { nam } } }` })
    .then(assert.fail, (error) => error);

  assert.ok(CombinedGraphQLErrors.is(failure), String(failure));
  assert.equal(failure.errors[0].extensions.code, "GRAPHQL_INVALID");
});

test("is told that nobody is signed in", async () => {
  const failure = await client({})
    .query({ query: gql`{ me { user { id } } }` })
    .then(assert.fail, (error) => error);

  assert.ok(CombinedGraphQLErrors.is(failure), String(failure));
  assert.equal(failure.errors[0].extensions.kind, "UNAUTHENTICATED");
});

test("hears of changes over graphql-ws", async () => {
  const socket = createClient({
    url: socketEndpoint,
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: authorization },
  });
  const apollo = new ApolloClient({
    link: ApolloLink.split(
      ({ query }) => getMainDefinition(query).operation === "subscription",
      new GraphQLWsLink(socket),
      new HttpLink({ uri: endpoint, headers: { authorization } }),
    ),
    cache: new InMemoryCache({ possibleTypes }),
  });
  const [account] = await makeAccounts("Apollodorus", 1);
  const { data } = await apollo.query({ query: gql`{ changes(first: 1) { latestCursor } }` });
  try {
    const event = await soon("the change", (take, fail) => {
      apollo
        .subscribe({
          query: gql`
            subscription Watch($filter: AccountFilter, $after: String) {
              accountChanged(filter: $filter, after: $after) { kind node { id name } }
            }
          `,
          variables: { filter: inCity("Apollodorus"), after: data.changes.latestCursor },
        })
        .subscribe({ next: ({ data, error }) => (error ? fail(error) : take(data.accountChanged)), error: fail });
      apollo.mutate({ mutation: RENAME, variables: { id: account.id, name: "Heard" } }).catch(fail);
    });
    assert.equal(event.kind, "UPDATED");
    assert.equal(event.node.name, "Heard");
  } finally {
    await socket.dispose();
  }
});
