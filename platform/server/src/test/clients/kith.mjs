// The running server, and who asks it.
import { buildClientSchema, getIntrospectionQuery, printSchema } from "graphql";

const { KITH_URL, KITH_TOKEN, KITH_OPERATOR_TOKEN } = process.env;

export const endpoint = `${KITH_URL}/graphql`;
export const socketEndpoint = endpoint.replace(/^http/, "ws");
export const authorization = `Bearer ${KITH_TOKEN}`;

export const endpoints = [
  { path: "/graphql", authorization },
  { path: "/graphql/metadata", authorization },
  { path: "/graphql/operator", authorization: `Bearer ${KITH_OPERATOR_TOKEN}` },
].map(({ path, authorization }) => ({ path, url: `${KITH_URL}${path}`, authorization }));

export async function ask(query, variables = {}, place = { url: endpoint, authorization }) {
  const response = await fetch(place.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: place.authorization },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

export async function servedSchema(place) {
  const introspection = getIntrospectionQuery({
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  return buildClientSchema(await ask(introspection, {}, place));
}

export async function printedSchema() {
  return printSchema(await servedSchema());
}

// Accounts that one test alone knows.
export async function makeAccounts(city, count) {
  const data = Array.from({ length: count }, (_, index) => ({ name: `${city} ${index + 1}`, city }));
  const { createAccounts } = await ask(
    "mutation ($data: [AccountCreateInput!]!) { createAccounts(data: $data) { id name } }",
    { data },
  );
  return createAccounts;
}

// Resolves with the first value that is taken, and fails when none comes in time.
export function soon(what, start) {
  return new Promise((resolve, reject) => {
    const end = setTimeout(() => reject(new Error(`${what} did not come within 20 seconds`)), 20_000);
    start((value) => {
      clearTimeout(end);
      resolve(value);
    }, (failure) => {
      clearTimeout(end);
      reject(failure);
    });
  });
}
