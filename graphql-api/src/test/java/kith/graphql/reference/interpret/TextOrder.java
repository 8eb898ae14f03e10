package kith.graphql.reference.interpret;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which people expect texts: that of the collation which decision 002 names. It is
 * asked of PostgreSQL for all known texts at once, and again when another one comes.
 */
public final class TextOrder implements Comparator<String> {

    private static final String SORTED =
            "select word from unnest(?::text[]) word order by word collate \"und-x-icu\"";

    private final Connections connections;
    private final Set<String> texts = new LinkedHashSet<>();
    private final Map<String, Integer> ranks = new HashMap<>();

    /** Where connections to PostgreSQL come from. */
    public interface Connections {
        Connection open() throws SQLException;
    }

    public TextOrder(Connections connections, Collection<String> texts) {
        this.connections = connections;
        learn(texts);
    }

    @Override
    public int compare(String one, String other) {
        if (!ranks.containsKey(one) || !ranks.containsKey(other)) {
            learn(List.of(one, other));
        }
        return Integer.compare(ranks.getOrDefault(one, 0), ranks.getOrDefault(other, 0));
    }

    private void learn(Collection<String> more) {
        texts.addAll(more);
        ranks.clear();
        try (Connection connection = connections.open();
                PreparedStatement statement = connection.prepareStatement(SORTED)) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray(String[]::new)));
            try (ResultSet sorted = statement.executeQuery()) {
                while (sorted.next()) {
                    ranks.put(sorted.getString(1), ranks.size());
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot sort texts", failure);
        }
    }
}
