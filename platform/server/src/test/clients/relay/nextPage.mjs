import relay from "relay-runtime";

const { fetchQuery, getPaginationMetadata, getPaginationVariables, getRefetchMetadata, getSelector, getValueAtPath } =
  relay;

// Loads the next page of a fragment as usePaginationFragment of react-relay does; gives the fragment's data then.
export async function nextPage(store, fragment, reference, count) {
  const { connectionPathInFragmentData, paginationRequest, paginationMetadata } = getPaginationMetadata(
    fragment,
    "nextPage",
  );
  const { identifierInfo } = getRefetchMetadata(fragment, "nextPage");
  const selector = getSelector(fragment, reference);
  const { data } = store.lookup(selector);
  const { pageInfo } = getValueAtPath(data, connectionPathInFragmentData);
  const variables = getPaginationVariables(
    "forward",
    count,
    pageInfo.endCursor,
    { ...selector.owner.variables, ...selector.variables },
    {},
    paginationMetadata,
  );
  if (identifierInfo?.identifierQueryVariableName) {
    variables[identifierInfo.identifierQueryVariableName] = data[identifierInfo.identifierField];
  }
  await fetchQuery(store, paginationRequest, variables).toPromise();
  return store.lookup(selector).data;
}
