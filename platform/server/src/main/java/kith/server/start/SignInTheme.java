package kith.server.start;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.embedded.KeycloakTheme;

/** The look of the embedded Keycloak's sign-in pages: that of the web app. */
final class SignInTheme {

    static final String NAME = "kith";

    private static final String FOLDER = "/kith/identity/theme/";

    private static final List<String> FILES =
            List.of(
                    "login/theme.properties",
                    "login/messages/messages_en.properties",
                    "login/resources/css/kith.css",
                    "login/resources/img/kith.svg");

    private SignInTheme() {}

    static KeycloakTheme read() {
        return new KeycloakTheme(
                NAME,
                FILES.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        file -> ProductFile.read(FOLDER + file))));
    }
}
