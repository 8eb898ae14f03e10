package kith.server.settings;

/** A client of the identity provider with its secret. */
public record ClientCredentials(String id, String secret) {

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}
