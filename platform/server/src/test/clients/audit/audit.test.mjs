// The audits of graphql-http, which follow the specification "GraphQL over HTTP", and the two that it leaves to others.
import assert from "node:assert/strict";
import { test } from "node:test";
import { serverAudits } from "graphql-http";
import { validateSchema } from "graphql";
import { endpoints, servedSchema } from "../kith.mjs";

for (const { path, url, authorization } of endpoints) {
  const fetchFn = (address, options = {}) =>
    fetch(address, { ...options, headers: { ...options.headers, authorization } });

  for (const { id, name, fn } of serverAudits({ url, fetchFn })) {
    test(`${path}: ${name} (${id})`, async () => {
      const result = await fn();
      assert.equal(result.status, "ok", result.reason);
    });
  }

  test(`${path}: MUST use a 2xx status code where the data entry is not null`, async () => {
    const answer = await post(fetchFn, url, { query: "{ __typename }" });
    assert.equal(answer.status, 200);
    assert.ok((await answer.json()).data);
  });

  test(`${path}: SHOULD use 401 where nobody is signed in, in the media type that was asked for`, async () => {
    for (const accept of ["application/graphql-response+json", "application/json"]) {
      const answer = await post(fetch, url, { query: "{ __typename }" }, accept);
      assert.equal(answer.status, 401);
      assert.match(answer.headers.get("content-type"), new RegExp(accept.replace("+", "\\+")));
      assert.match(answer.headers.get("www-authenticate"), /^Bearer/);
      assert.equal((await answer.json()).errors[0].extensions.kind, "UNAUTHENTICATED");
    }
  });

  test(`${path}: serves a valid schema`, async () => {
    const problems = validateSchema(await servedSchema({ url, authorization }));
    assert.deepEqual(problems.map(({ message }) => message), []);
  });
}

function post(fetchFn, url, body, accept = "application/graphql-response+json") {
  return fetchFn(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept },
    body: JSON.stringify(body),
  });
}
