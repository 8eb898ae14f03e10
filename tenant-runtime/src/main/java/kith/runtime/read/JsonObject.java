package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import kith.runtime.sql.Sql;

/** A JSON object in the making; its entries keep their order. */
final class JsonObject {

    /** PostgreSQL takes 100 arguments for a function. */
    private static final int PAIRS_PER_CALL = 50;

    private final List<Sql> pairs = new ArrayList<>();

    void add(String key, Sql value) {
        add(Sql.constant(key), value);
    }

    /** An entry whose key comes from the tenant's own names, or from the request. */
    void addShown(String key, Sql value) {
        add(Sql.shown(key), value);
    }

    private void add(Sql key, Sql value) {
        pairs.add(Sql.of("{}, {}", key, value));
    }

    Sql sql() {
        if (pairs.size() <= PAIRS_PER_CALL) {
            return built(pairs);
        }
        List<Sql> texts = new ArrayList<>();
        for (int from = 0; from < pairs.size(); from += PAIRS_PER_CALL) {
            int to = Math.min(from + PAIRS_PER_CALL, pairs.size());
            texts.add(withoutBraces(built(pairs.subList(from, to))));
        }
        return Sql.of("('{' || {} || '}')::json", Sql.join(" || ', ' || ", texts));
    }

    private static Sql withoutBraces(Sql object) {
        return Sql.of("substr(left({}::text, -1), 2)", object);
    }

    private static Sql built(List<Sql> pairs) {
        return Sql.of("json_build_object({})", Sql.join(", ", pairs));
    }
}
