package kith.runtime.sql;

import java.util.regex.Pattern;

/** Text of a statement; only this package makes it, from constants and checked names. */
record SqlText(String text) implements Sql {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /** What GraphQL allows as a name: it can stand in quotes as it is. */
    private static final Pattern PLAIN = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    static SqlText identifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("Not an identifier: " + name);
        }
        return new SqlText(name);
    }

    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }
}
