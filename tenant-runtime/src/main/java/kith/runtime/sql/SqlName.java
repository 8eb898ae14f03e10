package kith.runtime.sql;

/** A plain name that only the answer shows; a constant, or a parameter of its own. */
record SqlName(String name) implements Sql {

    SqlName {
        if (!SqlText.isPlain(name)) {
            throw new IllegalArgumentException("Not a plain name: " + name);
        }
    }
}
