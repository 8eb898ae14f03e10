package kith.embedded.testing;

/** The Redis of a test run; tests share it, so keys and topics need names of their own. */
public record TestRedis(String host, int port, String password) {

    /** {@code redis://:password@host:port}. */
    public String url() {
        return "redis://:" + password + "@" + host + ":" + port;
    }
}
