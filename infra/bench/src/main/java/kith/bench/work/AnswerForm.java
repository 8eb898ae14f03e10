package kith.bench.work;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Brings answers of different products into one form, in which equal content is equal text:
 * products name, nest and write the same values differently.
 */
public final class AnswerForm {

    private static final Set<String> NUMBERS = Set.of("amount", "revenue", "sum", "count", "score");
    private static final Set<String> MOMENTS = Set.of("created");
    private static final Set<String> COUNTS = Set.of("totalCount", "count");

    private final Map<String, String> names;

    /**
     * @param names what the product calls a member, and what it is called here
     */
    public AnswerForm(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** The text of the only root field. */
    public String ofRoot(JsonNode data) {
        return of("", data.iterator().next());
    }

    /** The text of groups, which no product answers in the same order. */
    public static String ofGroups(List<Group> groups) {
        return groups.stream()
                .map(group ->
                        "%s %s %d".formatted(group.stage(), plain(group.sum()), group.count()))
                .sorted()
                .toList()
                .toString();
    }

    /** One line of a grouped sum. */
    public record Group(String stage, String sum, long count) {}

    private String of(String name, JsonNode value) {
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(of(name, item)));
            return items.toString();
        }
        if (value.isObject()) {
            return object(value);
        }
        if (value.isNull()) {
            return "null";
        }
        if (NUMBERS.contains(name)) {
            return plain(value.asString());
        }
        return MOMENTS.contains(name) ? moment(value.asString()) : value.asString();
    }

    /** A connection is its nodes, and a count its number. */
    private String object(JsonNode value) {
        if (value.size() == 1) {
            String only = value.propertyNames().iterator().next();
            if (only.equals("nodes")) {
                return of("", value.path(only));
            }
            if (COUNTS.contains(only)) {
                return plain(value.path(only).asString());
            }
        }
        Map<String, String> members = new TreeMap<>();
        value.forEachEntry((member, inner) -> {
            String name = names.getOrDefault(member, member);
            members.put(name, of(name, inner));
        });
        return members.toString();
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static String moment(String text) {
        Instant moment = OffsetDateTime.parse(text).toInstant();
        return moment.toString();
    }
}
