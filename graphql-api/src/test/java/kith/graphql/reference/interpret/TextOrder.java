package kith.graphql.reference.interpret;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The order in which people expect texts: that of the collation which decision 002 names, asked of
 * PostgreSQL once for all texts that there are.
 */
public final class TextOrder implements Comparator<String> {

    private static final String SORTED =
            "select word from unnest(?::text[]) word group by word order by word collate \"und-x-icu\"";

    private final Map<String, Integer> ranks = new HashMap<>();

    private TextOrder() {}

    public static TextOrder of(Connection connection, Collection<String> texts)
            throws SQLException {
        TextOrder order = new TextOrder();
        try (PreparedStatement statement = connection.prepareStatement(SORTED)) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray(String[]::new)));
            try (ResultSet sorted = statement.executeQuery()) {
                while (sorted.next()) {
                    order.ranks.put(sorted.getString(1), order.ranks.size());
                }
            }
        }
        return order;
    }

    @Override
    public int compare(String one, String other) {
        return Integer.compare(rank(one), rank(other));
    }

    private int rank(String text) {
        Integer rank = ranks.get(text);
        if (rank == null) {
            throw new IllegalArgumentException("No place in the order of texts: " + text);
        }
        return rank;
    }
}
