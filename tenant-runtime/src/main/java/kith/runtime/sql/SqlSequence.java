package kith.runtime.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pieces one after another. */
record SqlSequence(List<Sql> parts) implements Sql {

    private static final String PLACE = "{}";

    /** The texts between the places of each template; templates stand in the source code. */
    private static final Map<String, List<SqlText>> TEMPLATES = new ConcurrentHashMap<>();

    SqlSequence {
        parts = List.copyOf(parts);
    }

    static SqlSequence filled(String template, List<Sql> parts) {
        List<SqlText> texts = TEMPLATES.computeIfAbsent(template, SqlSequence::split);
        if (texts.size() != parts.size() + 1) {
            throw new IllegalArgumentException(
                    "%d places for %d parts in: %s"
                            .formatted(texts.size() - 1, parts.size(), template));
        }
        Sql[] pieces = new Sql[texts.size() + parts.size()];
        for (int index = 0; index < parts.size(); index++) {
            pieces[2 * index] = texts.get(index);
            pieces[2 * index + 1] = parts.get(index);
        }
        pieces[pieces.length - 1] = texts.getLast();
        return new SqlSequence(List.of(pieces));
    }

    private static List<SqlText> split(String template) {
        List<SqlText> texts = new ArrayList<>();
        int from = 0;
        for (int place = template.indexOf(PLACE);
                place >= 0;
                place = template.indexOf(PLACE, from)) {
            texts.add(new SqlText(template.substring(from, place)));
            from = place + PLACE.length();
        }
        texts.add(new SqlText(template.substring(from)));
        return List.copyOf(texts);
    }
}
