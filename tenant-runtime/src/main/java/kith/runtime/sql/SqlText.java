package kith.runtime.sql;

import java.util.regex.Pattern;

/** Text of a statement; only this package makes it, from constants and checked names. */
record SqlText(String text) implements Sql {

    private static final int LONGEST_IDENTIFIER = 63;

    /** What GraphQL allows as a name: it can stand in quotes as it is. */
    private static final Pattern PLAIN = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    static SqlText identifier(String name) {
        if (!isIdentifier(name)) {
            throw new IllegalArgumentException("Not an identifier: " + name);
        }
        return new SqlText(name);
    }

    /** Without a pattern: statements have many names, and are made for each request. */
    private static boolean isIdentifier(String name) {
        if (name.isEmpty() || name.length() > LONGEST_IDENTIFIER || isDigit(name.charAt(0))) {
            return false;
        }
        for (int index = 0; index < name.length(); index++) {
            char letter = name.charAt(index);
            if (!(letter >= 'a' && letter <= 'z') && letter != '_' && !isDigit(letter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }
}
