package kith.server.identity;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser may be sent after signing in: a page of this server, never another place,
 * whatever a link says.
 */
final class ReturnPath {

    private static final String HOME = "/";
    private static final int LONGEST = 2_000;

    private ReturnPath() {}

    static String safe(@Nullable String wanted) {
        return wanted != null && isLocalPage(wanted) ? wanted : HOME;
    }

    private static boolean isLocalPage(String wanted) {
        // Browsers read a backslash as a slash and drop control characters, so neither may pass.
        boolean isPlain = wanted.chars().noneMatch(c -> c <= ' ' || c == '\\' || c == 0x7f);
        if (!isPlain
                || wanted.length() > LONGEST
                || !wanted.startsWith("/")
                || wanted.startsWith("//")
                || wanted.startsWith("/auth/")) {
            return false;
        }
        try {
            URI uri = new URI(wanted);
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && !uri.getRawPath().contains("//");
        } catch (URISyntaxException _) {
            // Not an address at all; the browser goes home.
            return false;
        }
    }
}
