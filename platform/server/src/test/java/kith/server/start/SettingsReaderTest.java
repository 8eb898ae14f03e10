package kith.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.server.settings.Settings;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

    @Test
    void listensOnLoopbackUnlessToldOtherwise() {
        Settings settings = new SettingsReader(Map.of()).read();
        assertThat(settings.isLoopback()).isTrue();
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.publicUrl()).hasToString("http://localhost:8080");
        assertThat(settings.database()).isEmpty();
    }

    @Test
    void readsTheAddressOfADatabase() {
        Settings settings =
                new SettingsReader(
                                Map.of(
                                        "KITH_DATABASE_URL",
                                        "postgresql://app:p%40ss@db.example:6432/kith?sslmode=require"))
                        .read();
        assertThat(settings.database())
                .hasValueSatisfying(database -> {
                    assertThat(database.password()).isEqualTo("p@ss");
                    assertThat(database.port()).isEqualTo(6432);
                    assertThat(database.option("sslmode")).hasValue("require");
                    assertThat(database).asString().doesNotContain("p@ss");
                });
    }

    @Test
    void readsTheOriginsThatMayCallTheApi() {
        Settings settings =
                new SettingsReader(
                                Map.of(
                                        "KITH_CORS_ORIGINS",
                                        "https://shop.example, http://localhost:3000"))
                        .read();
        assertThat(settings.edge().origins())
                .containsExactlyInAnyOrder("https://shop.example", "http://localhost:3000");
    }

    @Test
    void takesNoPatternForAnOrigin() {
        for (String wrong : new String[] {"*", "https://*", "shop.example", "https://a.b/c"}) {
            assertThatExceptionOfType(ProblemException.class)
                    .as(wrong)
                    .isThrownBy(
                            () -> new SettingsReader(Map.of("KITH_CORS_ORIGINS", wrong)).read());
        }
    }

    @Test
    void namesEverythingWrongAtOnce() {
        Map<String, String> environment =
                Map.of(
                        "KITH_PORT", "eighty",
                        "KITH_DATABASE_URL", "mysql://x",
                        "KITH_ISSUER", "https://id.example/realms/kith");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new SettingsReader(environment).read())
                .satisfies(refusal ->
                        assertThat(refusal.problems())
                                .extracting(Problem::message)
                                .anyMatch(message -> message.contains("KITH_PORT"))
                                .anyMatch(message -> message.contains("KITH_DATABASE_URL"))
                                .anyMatch(message -> message.contains("KITH_ISSUER"))
                                .hasSize(3));
    }
}
