package kith.server.testing;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Treats loopback as a trustworthy place, as browsers do: secure cookies are kept without https.
 */
final class LoopbackCookies extends CookieHandler {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> requestHeaders)
            throws IOException {
        return cookies.get(uri, requestHeaders);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> responseHeaders) throws IOException {
        Map<String, List<String>> headers = new HashMap<>(responseHeaders);
        headers.computeIfPresent(
                "set-cookie",
                (_, values) ->
                        values.stream()
                                .map(value -> value.replaceAll("(?i);\\s*secure", ""))
                                .toList());
        cookies.put(uri, headers);
    }
}
