// One line of JSON for each test: its name, and what was wrong.
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === "test:pass" || type === "test:fail") {
      yield `${JSON.stringify({ test: data.name, problem: problem(data.details.error) })}\n`;
    }
  }
}

function problem(error) {
  if (!error) return null;
  const cause = error.cause ?? error;
  return cause.stack ?? String(cause);
}
