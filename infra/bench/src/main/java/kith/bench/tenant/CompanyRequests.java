package kith.bench.tenant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.bench.product.HttpText;
import tools.jackson.databind.json.JsonMapper;

/** What companies ask. */
final class CompanyRequests {

    /** Operations that a warm company has asked. */
    static final int OPERATIONS = 20;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FIELDS = "id name code stage amount dueOn urgent email";

    private final int port;
    private final OwnIssuer issuer;
    private final Map<Integer, String> tokens = new HashMap<>();

    CompanyRequests(int port, OwnIssuer issuer) {
        this.port = port;
        this.issuer = issuer;
    }

    /** The list that is measured; a customized company asks for its own field in it as well. */
    byte[] list(int company) {
        return request(company, listing(company, 1, 50));
    }

    /** Twenty operations; of a customized company twelve on what it has changed or made. */
    List<byte[]> operations(int company) {
        List<String> queries = new ArrayList<>();
        if (Companies.isCustomized(company)) {
            for (int object : CompanyObjects.CUSTOMIZED) {
                queries.add(listing(company, object, 20));
                queries.add(filtered(company, object));
            }
            for (int object = 1; object <= 2; object++) {
                queries.add(ownListing(object, 20));
                queries.add(ownListing(object, 50));
            }
        }
        for (int object = 5; queries.size() < OPERATIONS; object++) {
            queries.add(
                    "{ %s(first: 20) { nodes { %s owner { name } parent { name } } } }"
                            .formatted(CompanyObjects.list(object), FIELDS));
        }
        return queries.stream().map(query -> request(company, query)).toList();
    }

    /** Asks for a field of the first object. */
    byte[] field(int company, String name) {
        return request(
                company,
                "{ %s(first: 1) { nodes { id %s } } }".formatted(CompanyObjects.list(1), name));
    }

    /** Where nobody's answer is kept. */
    HttpText http(int company) {
        return new HttpText(
                port,
                tokens.computeIfAbsent(company, number -> issuer.token(Companies.slug(number))));
    }

    private static String listing(int company, int object, int first) {
        String own = Companies.isCustomized(company) ? CompanyObjects.ownText() : "";
        return "{ %s(orderBy: [{ dueOn: DESC }, { id: ASC }], first: %d) { nodes { %s %s owner { name } parent { name } } } }"
                .formatted(CompanyObjects.list(object), first, FIELDS, own);
    }

    private static String filtered(int company, int object) {
        return "{ %s(filter: { %s: { eq: \"one\" } }, first: 20) { totalCount nodes { %s } } }"
                .formatted(
                        CompanyObjects.list(object),
                        Companies.isCustomized(company) ? CompanyObjects.ownText() : "code",
                        FIELDS);
    }

    private static String ownListing(int object, int first) {
        return "{ %s(first: %d) { nodes { id name %s kind { name } } } }"
                .formatted(CompanyObjects.ownList(object), first, CompanyObjects.ownText());
    }

    private byte[] request(int company, String query) {
        String body =
                JSON.writeValueAsString(
                        Map.of(
                                "query",
                                query.replace(CompanyObjects.MARK, Companies.mark(company))));
        return http(company).post("/graphql", body.getBytes(StandardCharsets.UTF_8));
    }
}
