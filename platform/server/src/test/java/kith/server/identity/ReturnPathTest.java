package kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/t/acme/contacts", "/t/acme/contacts?view=1&q=a%20b#top"})
    void keepsPagesOfThisServer(String path) {
        assertThat(ReturnPath.safe(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/%",
                "/.//evil.example",
                "/x/..//evil.example",
                "javascript:alert(1)",
                "t/acme",
                "/auth/login",
                " /t/acme",
                ""
            })
    void sendsEverythingElseHome(String path) {
        assertThat(ReturnPath.safe(path)).isEqualTo("/");
    }
}
