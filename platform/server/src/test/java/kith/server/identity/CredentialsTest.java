package kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final String WITH_HTTPS = SessionCookie.name(true);
    private static final String WITHOUT = SessionCookie.name(false);

    @Test
    void takesATokenBeforeACookie() {
        assertThat(read(WITHOUT, Map.of("Authorization", "bearer abc"), Map.of(WITHOUT, "own")))
                .isEqualTo(new Credentials.Bearer("abc"));
    }

    @Test
    void findsTheCookieWithTheProofOfItsPage() {
        assertThat(read(WITHOUT, Map.of(Credentials.CSRF_HEADER, "proof"), Map.of(WITHOUT, "own")))
                .isEqualTo(new Credentials.Cookie("own", Optional.of("proof")));
    }

    /** Another site below the same domain can set a plain cookie, but none with this prefix. */
    @Test
    void overlooksAPlantedCookieWhereThereIsHttps() {
        assertThat(read(WITH_HTTPS, Map.of(), Map.of(WITHOUT, "planted")))
                .isEqualTo(new Credentials.None());
        assertThat(read(WITH_HTTPS, Map.of(), Map.of(WITHOUT, "planted", WITH_HTTPS, "own")))
                .isEqualTo(new Credentials.Cookie("own", Optional.empty()));
        assertThat(WITH_HTTPS).startsWith("__Host-");
    }

    private static Credentials read(
            String name, Map<String, String> headers, Map<String, String> cookies) {
        return Credentials.of(name, headers::get, cookies::get);
    }
}
