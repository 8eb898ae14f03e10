package kith.runtime.sql;

import java.util.ArrayList;
import java.util.List;

/** Pieces one after another. */
record SqlSequence(List<Sql> parts) implements Sql {

    private static final String PLACE = "{}";

    SqlSequence {
        parts = List.copyOf(parts);
    }

    static SqlSequence filled(String template, List<Sql> parts) {
        List<Sql> pieces = new ArrayList<>(parts.size() * 2 + 1);
        int from = 0;
        for (Sql part : parts) {
            int place = template.indexOf(PLACE, from);
            if (place < 0) {
                throw new IllegalArgumentException("More parts than places in: " + template);
            }
            pieces.add(new SqlText(template.substring(from, place)));
            pieces.add(part);
            from = place + PLACE.length();
        }
        if (template.indexOf(PLACE, from) >= 0) {
            throw new IllegalArgumentException("More places than parts in: " + template);
        }
        pieces.add(new SqlText(template.substring(from)));
        return new SqlSequence(pieces);
    }
}
