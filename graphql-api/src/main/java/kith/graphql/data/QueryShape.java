package kith.graphql.data;

import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kith.graphql.http.GraphqlRequest;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.read.ReadTemplate;
import org.jspecify.annotations.Nullable;

/**
 * All that the statement of a query depends on, its ids and open values aside. Requests of equal
 * shape share a compiled query, whichever tenant they come from.
 *
 * @param planKey equal for callers whose reads are planned alike
 * @param settings of the tenant that answers show
 * @param variables the values of all variables that are no ids, with marks where one is open
 */
record QueryShape(
        String fingerprint,
        String planKey,
        Settings settings,
        String query,
        Optional<String> operationName,
        Map<String, @Nullable Object> variables) {

    /** How ids are written; other ways are left to the full path. */
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Of a tenant. */
    record Settings(Currency currency, ZoneId zone, Locale locale) {}

    /** A shape and what stands in it. */
    record Filled(QueryShape shape, ReadTemplate.Given given) {}

    /** The shape of a request; empty where an id is missing or written in an unusual way. */
    static Optional<Filled> of(
            Caller caller,
            String planKey,
            Catalog catalog,
            GraphqlRequest request,
            OpenVariables variables) {
        Map<String, UUID> ids = HashMap.newHashMap(variables.ids().size());
        for (String name : variables.ids()) {
            if (!(request.variables().get(name) instanceof String text)
                    || !CANONICAL.matcher(text).matches()) {
                return Optional.empty();
            }
            ids.put(name, UUID.fromString(text));
        }
        OpenVariables.Values values = variables.values(request.variables());
        var tenant = caller.tenant();
        return Optional.of(
                new Filled(
                        new QueryShape(
                                catalog.fingerprint(),
                                planKey,
                                new Settings(tenant.currency(), tenant.zone(), tenant.locale()),
                                request.query(),
                                request.operationName(),
                                values.fixed()),
                        new ReadTemplate.Given(ids, values.open())));
    }

    /** Characters that it holds, about. */
    int weight() {
        return 300 + query.length() + 2 * variables.toString().length();
    }
}
