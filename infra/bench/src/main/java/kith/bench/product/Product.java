package kith.bench.product;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import kith.bench.data.ResourceText;
import kith.bench.load.LoadDriver;
import kith.bench.load.LoadResult;
import kith.bench.work.Ask;
import kith.bench.work.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running product that answers GraphQL over HTTP. */
public final class Product {

    private static final JsonMapper JSON = new JsonMapper();

    private final Identity identity;
    private final Dialect dialect;
    private final Running running;
    private final Supplier<String> token;

    Product(Identity identity, Dialect dialect, Running running, Supplier<String> token) {
        this.identity = identity;
        this.dialect = dialect;
        this.running = running;
        this.token = token;
    }

    /**
     * What it is.
     *
     * @param database that it works on
     * @param role as which it does so
     */
    public record Identity(
            String key, String title, String version, String database, String role) {}

    /**
     * Where and since when it runs.
     *
     * @param startUp from its start to its first answer
     * @param startUpNote what that time includes
     */
    public record Running(long pid, int port, Duration startUp, String startUpNote) {}

    public Identity identity() {
        return identity;
    }

    public Running running() {
        return running;
    }

    /** The requests that ask for these. */
    public List<byte[]> requests(Operation operation, List<Ask> asks) {
        HttpText http = new HttpText(running.port(), token.get());
        return asks.stream().map(ask -> http.post("/graphql", body(operation, ask))).toList();
    }

    private byte[] body(Operation operation, Ask ask) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "query",
                ResourceText.read(dialect.folder() + "/" + operation.file() + ".graphql")
                        .replaceAll("\\s+", " "));
        body.put("variables", variables(operation, ask));
        return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> variables(Operation operation, Ask ask) {
        return switch (ask) {
            case Ask.OfContact(var id) -> Map.of("id", id);
            case Ask.OfStage(var stage) -> Map.of("stage", stage);
            case Ask.OfIndustry(var industry) -> Map.of("industry", industry);
            case Ask.OfRevenue(var industry, long revenue) ->
                    Map.of("industry", industry, "revenue", dialect.revenue(revenue));
            case Ask.OfAll() -> Map.of();
            case Ask.NewScore(var id, int score) -> Map.of("id", id, "score", score);
            case Ask.NewContacts(var contacts) when operation == Operation.CREATE ->
                    Map.of("contact", dialect.contact(contacts.getFirst()));
            case Ask.NewContacts(var contacts) ->
                    Map.of("contacts", contacts.stream().map(dialect::contact).toList());
        };
    }

    /** The whole answer to a single request. */
    public JsonNode answer(Operation operation, Ask ask) {
        return JSON.readTree(
                new HttpText(running.port(), token.get())
                        .answer(
                                "/graphql",
                                new String(body(operation, ask), StandardCharsets.UTF_8)));
    }

    /** The answer to a reading operation in a form that is equal for all products. */
    public String comparable(Operation operation, JsonNode data) {
        return dialect.comparable(operation, data);
    }

    /** Keeps it busy with these requests in turn. */
    public LoadResult load(
            Operation operation, List<Ask> asks, int connections, Duration duration) {
        return load(requests(operation, asks), connections, duration);
    }

    /** Keeps it busy with requests that {@link #requests} has made. */
    public LoadResult load(List<byte[]> requests, int connections, Duration duration) {
        AtomicInteger next = new AtomicInteger();
        return LoadDriver.run(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), running.port()),
                () -> requests.get(Math.floorMod(next.getAndIncrement(), requests.size())),
                connections,
                duration);
    }

    @Override
    public String toString() {
        return identity.title();
    }
}
