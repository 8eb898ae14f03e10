package kith.server.http;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;

/** The paths that a server knows, an example of each. */
final class ServerRoutes {

    /** In the framework's description of a route, e.g. {@code (GET && /auth/login) -> …}. */
    private static final Pattern PATH = Pattern.compile("(?<=[ (])/[^\\s)]*");

    /** Served where the framework's routes are not asked. */
    private static final Set<String> OTHERS =
            Set.of(
                    "/graphql",
                    "/graphql/metadata",
                    "/graphql/operator",
                    "/actuator/health/liveness",
                    "/actuator/health/readiness",
                    "/actuator/prometheus");

    private ServerRoutes() {}

    static Stream<String> examples(Stream<? extends RouterFunction<?>> routes) {
        Set<String> paths = new TreeSet<>(OTHERS);
        routes.forEach(route ->
                PATH.matcher(route.toString())
                        .results()
                        .map(match -> match.group().replace("**", "acme/contacts"))
                        .forEach(paths::add));
        return paths.stream();
    }

    static Stream<String> methods() {
        return Stream.of(HttpMethod.values()).map(HttpMethod::name);
    }
}
