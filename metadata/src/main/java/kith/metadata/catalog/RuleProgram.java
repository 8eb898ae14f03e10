package kith.metadata.catalog;

import java.util.Set;

/** What a script was compiled to; opaque to the dictionary but for the fields that it touches. */
public interface RuleProgram {

    /** The fields that the script reads or writes, through references too. */
    Set<FieldUse> uses();

    /** A field by the names under which a script sees it. */
    record FieldUse(String object, String field) {}
}
