package kith.server.start;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.script.LimitPlans;
import kith.server.settings.ClientCredentials;
import kith.server.settings.DatabaseAddress;
import kith.server.settings.EdgeSettings;
import kith.server.settings.RequestPlans;
import kith.server.settings.RuleSettings;
import kith.server.settings.Settings;

/** Reads the {@code KITH_…} variables of the environment; names everything wrong at once. */
public final class SettingsReader {

    private static final int DEFAULT_PORT = 8080;

    private final Map<String, String> environment;
    private final List<Problem> problems = new ArrayList<>();

    public SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The settings, or a problem for each variable that cannot be understood. */
    public Settings read() {
        int port = value("KITH_PORT", SettingsReader::port).orElse(DEFAULT_PORT);
        Optional<URI> publicUrl = value("KITH_PUBLIC_URL", SettingsReader::webAddress);
        Optional<ClientCredentials> identityClient = client("KITH_IDENTITY_CLIENT");
        Optional<ClientCredentials> webClient = client("KITH_WEB_CLIENT").or(() -> identityClient);
        Settings settings =
                new Settings(
                        text("KITH_HOST").orElse("127.0.0.1"),
                        port,
                        publicUrl.orElseGet(() -> URI.create("http://localhost:" + port)),
                        value("KITH_DATA_DIR", Path::of).orElse(Path.of(".kith", "data")),
                        value("KITH_DATABASE_URL", DatabaseAddress::parse),
                        value("KITH_DATABASE_OWNER_URL", DatabaseAddress::parse),
                        value("KITH_REDIS_URL", SettingsReader::redisAddress),
                        value("KITH_ISSUER", SettingsReader::webAddress),
                        identityClient,
                        webClient,
                        new RuleSettings(
                                value("KITH_RULE_PROCESSES", SettingsReader::processes).orElse(0),
                                value("KITH_RULE_LAUNCHER", SettingsReader::words)
                                        .orElse(List.of()),
                                value("KITH_RULE_PLANS", SettingsReader::plans)
                                        .orElseGet(LimitPlans::standard)),
                        new EdgeSettings(
                                value("KITH_CORS_ORIGINS", SettingsReader::origins)
                                        .orElse(Set.of()),
                                value("KITH_REQUEST_PLANS", SettingsReader::requestPlans)
                                        .orElseGet(RequestPlans::standard)));
        requireTogether(settings);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return settings;
    }

    private void requireTogether(Settings settings) {
        if (settings.issuer().isPresent() && settings.identityClient().isEmpty()) {
            problems.add(
                    problem("KITH_ISSUER names an identity provider, but no client of it.")
                            .hint(
                                    "Set KITH_IDENTITY_CLIENT_ID and KITH_IDENTITY_CLIENT_SECRET"
                                            + " as well."));
        }
        if (settings.databaseOwner().isPresent() && settings.database().isEmpty()) {
            problems.add(
                    problem("KITH_DATABASE_OWNER_URL is set, but KITH_DATABASE_URL is not.")
                            .hint("Set both, or neither to use the embedded database."));
        }
    }

    private Optional<ClientCredentials> client(String prefix) {
        Optional<String> id = text(prefix + "_ID");
        Optional<String> secret = text(prefix + "_SECRET");
        if (id.isPresent() != secret.isPresent()) {
            problems.add(
                    problem(prefix + "_ID and " + prefix + "_SECRET belong together.")
                            .hint("Set both or neither."));
        }
        return id.flatMap(name -> secret.map(word -> new ClientCredentials(name, word)));
    }

    private <T> Optional<T> value(String name, Function<String, T> parser) {
        try {
            return text(name).map(parser);
        } catch (IllegalArgumentException wrong) {
            problems.add(
                    problem(name + " cannot be understood: " + wrong.getMessage() + ".")
                            .hint("Correct it or unset it."));
            return Optional.empty();
        }
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Problem problem(String message) {
        return Problem.of(StartCode.SETTING_INVALID, message);
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("\"" + text + "\" is no port from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static int processes(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no number of processes from 0 to 999");
        }
        return Integer.parseInt(text);
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }

    private static Set<String> origins(String text) {
        Set<String> origins = new HashSet<>();
        for (String word : text.split("[,\\s]+", -1)) {
            URI uri = webAddress(word);
            if (!uri.equals(URI.create(uri.getScheme() + "://" + uri.getAuthority()))) {
                throw new IllegalArgumentException(
                        "\"" + word + "\" is no origin such as https://shop.example");
            }
            origins.add(uri.toString());
        }
        return origins;
    }

    private static LimitPlans plans(String file) {
        return LimitPlans.parse(lines(file));
    }

    private static RequestPlans requestPlans(String file) {
        return RequestPlans.parse(lines(file));
    }

    private static Map<String, String> lines(String file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            lines.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the file cannot be read", unreadable);
        }
        Map<String, String> named = new HashMap<>();
        lines.stringPropertyNames().forEach(name -> named.put(name, lines.getProperty(name)));
        return named;
    }

    private static URI webAddress(String text) {
        URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (uri.getHost() == null
                || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("an address with http:// or https:// is needed");
        }
        return uri;
    }

    private static URI redisAddress(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null
                || !("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("an address with redis:// or rediss:// is needed");
        }
        return uri;
    }
}
