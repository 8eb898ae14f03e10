import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createClient } from "graphql-ws";
import relay from "relay-runtime";
import { WebSocket } from "ws";
import { ask, authorization, endpoint, makeAccounts, socketEndpoint, soon } from "../kith.mjs";
import { compiled } from "./compiled.mjs";
import { nextPage } from "./nextPage.mjs";

const { commitMutation, ConnectionHandler, createOperationDescriptor, Environment, fetchQuery, getSelector } = relay;
const { Network, Observable, RecordSource, requestSubscription, ROOT_ID, Store } = relay;

let made;

before(async () => {
  made = await compiled();
});

async function send({ text }, variables) {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", authorization },
    body: JSON.stringify({ query: text, variables }),
  });
  return response.json();
}

function environment(subscribe) {
  return new Environment({ network: Network.create(send, subscribe), store: new Store(new RecordSource()) });
}

function inCity(city) {
  return { city: { eq: city } };
}

function names({ edges }) {
  return edges.map(({ node }) => node.name);
}

// Fetches a query, and gives what its fragments refer to.
async function shown(store, query, variables) {
  await fetchQuery(store, query, variables).toPromise();
  const operation = createOperationDescriptor(query, variables);
  store.retain(operation);
  return store.lookup(operation.fragment).data;
}

function read(store, fragment, reference) {
  return store.lookup(getSelector(fragment, reference)).data;
}

test("compiles fragments, connections, refetchable queries, mutations and subscriptions", () => {
  assert.equal(made.accounts_list.metadata.refetch.operation.params.name, "accountsPageQuery");
  assert.deepEqual(made.accounts_row.metadata.refetch.identifierInfo.identifierField, "id");
});

test("reads a fragment of a node", async () => {
  const [account] = await makeAccounts("Relayton", 1);
  const store = environment();

  const { node } = await shown(store, made.accountsRowQuery, { id: account.id });

  const row = read(store, made.accounts_row, node);
  assert.equal(row.name, "Relayton 1");
  assert.equal(row.city, "Relayton");
});

test("joins the pages of a root list", async () => {
  await makeAccounts("Relaybury", 5);
  const store = environment();
  const list = await shown(store, made.accountsQuery, { filter: inCity("Relaybury"), count: 2 });
  assert.equal(read(store, made.accounts_list, list).accounts.totalCount, 5);
  assert.deepEqual(names(read(store, made.accounts_list, list).accounts), ["Relaybury 1", "Relaybury 2"]);

  const second = await nextPage(store, made.accounts_list, list, 2);
  assert.equal(second.accounts.pageInfo.hasNextPage, true);
  const third = await nextPage(store, made.accounts_list, list, 2);

  assert.deepEqual(
    names(third.accounts),
    [1, 2, 3, 4, 5].map((number) => `Relaybury ${number}`),
  );
  assert.equal(third.accounts.pageInfo.hasNextPage, false);
});

test("joins the pages of a list backwards", async () => {
  await makeAccounts("Relayback", 3);
  const store = environment();
  const variables = { filter: inCity("Relayback"), count: 2 };
  const { accounts } = await shown(store, made.accountsFromTheEndQuery, variables);
  assert.deepEqual(names(accounts), ["Relayback 2", "Relayback 3"]);
  assert.equal(accounts.pageInfo.hasPreviousPage, true);

  await fetchQuery(store, made.accountsFromTheEndQuery, {
    ...variables,
    cursor: accounts.pageInfo.startCursor,
  }).toPromise();

  const joined = store.lookup(createOperationDescriptor(made.accountsFromTheEndQuery, variables).fragment).data;
  assert.deepEqual(names(joined.accounts), ["Relayback 1", "Relayback 2", "Relayback 3"]);
  assert.equal(joined.accounts.pageInfo.hasPreviousPage, false);
});

test("joins the pages of a record's own list by node(id)", async () => {
  const [account] = await makeAccounts("Relayorder", 1);
  await ask("mutation ($data: [OrderCreateInput!]!) { createOrders(data: $data) { id } }", {
    data: ["R1", "R2"].map((name) => ({ name, account: { id: account.id }, orderDate: "2026-01-31" })),
  });
  const store = environment();
  const { node } = await shown(store, made.accountsOrdersQuery, { id: account.id });
  assert.deepEqual(names(read(store, made.accounts_orders, node.account).orders), ["R1"]);

  const { orders } = await nextPage(store, made.accounts_orders, node.account, 1);

  assert.deepEqual(names(orders), ["R1", "R2"]);
});

test("puts new records into a list and takes deleted ones off it", async () => {
  await makeAccounts("Relayford", 1);
  const store = environment();
  const filter = inCity("Relayford");
  const list = await shown(store, made.accountsQuery, { filter, count: 10 });
  const connections = [ConnectionHandler.getConnectionID(ROOT_ID, "accounts_accounts", { filter })];
  const shownNames = () => names(read(store, made.accounts_list, list).accounts).toSorted();

  const data = { name: "Relayford 2", city: "Relayford" };
  const { createAccount } = await committed(store, made.accountsAddMutation, { data, connections });
  assert.deepEqual(shownNames(), ["Relayford 1", "Relayford 2"]);

  await committed(store, made.accountsRemoveMutation, { id: createAccount.id, connections });
  assert.deepEqual(shownNames(), ["Relayford 1"]);

  await committed(store, made.accountsDestroyMutation, { id: createAccount.id });
  assert.equal(store.getStore().getSource().get(createAccount.id), null);
});

function committed(store, mutation, variables) {
  return soon("the answer to the mutation", (take, fail) =>
    commitMutation(store, {
      mutation,
      variables,
      onCompleted: (data, errors) => (errors ? fail(new Error(JSON.stringify(errors))) : take(data)),
      onError: fail,
    }),
  );
}

test("is told what was wrong", async () => {
  const failure = await committed(environment(), made.accountsAddMutation, { data: {}, connections: [] }).then(
    assert.fail,
    (error) => error,
  );

  assert.match(failure.message, /`name` is required/);
  assert.deepEqual(failure.source.errors[0].path, ["createAccount", "data", "name"]);
});

test("takes what a subscription tells into its store", async () => {
  const socket = createClient({
    url: socketEndpoint,
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: authorization },
  });
  const subscribe = ({ text, name }, variables) =>
    Observable.create((sink) => socket.subscribe({ operationName: name, query: text, variables }, sink));
  const store = environment(subscribe);
  const [account] = await makeAccounts("Relaywatch", 1);
  const { node } = await shown(store, made.accountsRowQuery, { id: account.id });
  const { changes } = await ask("{ changes(first: 1) { latestCursor } }");
  try {
    await soon("the change", (take, fail) => {
      requestSubscription(store, {
        subscription: made.accountsWatchSubscription,
        variables: { filter: inCity("Relaywatch"), after: changes.latestCursor },
        onNext: take,
        onError: fail,
      });
      ask("mutation ($id: ID!) { updateAccount(id: $id, data: { name: \"Heard\" }) { id } }", { id: account.id }).catch(
        fail,
      );
    });
    assert.equal(read(store, made.accounts_row, node).name, "Heard");
  } finally {
    await socket.dispose();
  }
});
