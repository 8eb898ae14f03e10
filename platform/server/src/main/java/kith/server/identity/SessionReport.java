package kith.server.identity;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page learns of who is signed in; the JSON of {@code /auth/session}.
 *
 * @param csrfToken to send back with every request that may change something
 */
public record SessionReport(
        boolean signedIn,
        @Nullable String csrfToken,
        @Nullable Person user,
        List<Company> tenants,
        boolean isOperator) {

    static final SessionReport NOBODY = new SessionReport(false, null, null, List.of(), false);

    public SessionReport {
        tenants = List.copyOf(tenants);
    }

    /** The person behind the account. */
    public record Person(String name, String email) {}

    /** A tenant that the person may open. */
    public record Company(String slug, String name) {}

    /**
     * The answer to a sign-out.
     *
     * @param redirect where the browser goes
     */
    public record SignedOut(URI redirect) {}
}
