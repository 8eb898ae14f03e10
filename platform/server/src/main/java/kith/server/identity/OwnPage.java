package kith.server.identity;

/** Tells requests of our own pages from those that another site makes the browser send. */
final class OwnPage {

    private OwnPage() {}

    static void require(BrowserSession session, Credentials.Cookie cookie) {
        boolean isOurs =
                cookie.csrfToken()
                        .filter(token -> RandomWords.isSame(token, session.csrfToken()))
                        .isPresent();
        if (!isOurs) {
            throw IdentityProblem.CSRF_TOKEN_INVALID.because(
                    "The request does not carry this session's CSRF token.",
                    "Send csrfToken of /auth/session in the header "
                            + Credentials.CSRF_HEADER
                            + ".");
        }
    }
}
