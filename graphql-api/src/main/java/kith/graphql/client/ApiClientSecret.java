package kith.graphql.client;

import kith.runtime.client.ApiClient;

/**
 * What a program signs in with.
 *
 * @param secret known to nobody else
 * @param tokenEndpoint where it gets its access tokens (grant {@code client_credentials})
 */
public record ApiClientSecret(ApiClient client, String secret, String tokenEndpoint) {

    @Override
    public String toString() {
        return "ApiClientSecret[" + client.clientId() + "]";
    }
}
