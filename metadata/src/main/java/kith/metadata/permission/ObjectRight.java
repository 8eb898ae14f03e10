package kith.metadata.permission;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What somebody may do with the records of an object. */
public enum ObjectRight {
    READ("read"),
    CREATE("create"),
    UPDATE("update"),
    DELETE("delete"),
    /** Reads all records, whoever they are shared with. */
    VIEW_ALL("viewAll"),
    /** Reads, changes and deletes all records, whoever they are shared with. */
    MODIFY_ALL("modifyAll");

    private final String documentName;

    ObjectRight(String documentName) {
        this.documentName = documentName;
    }

    /** How documents call it. */
    public String documentName() {
        return documentName;
    }

    /** The right that documents call by this name. */
    public static Optional<ObjectRight> named(String documentName) {
        return Arrays.stream(values())
                .filter(right -> right.documentName.equals(documentName))
                .findFirst();
    }

    /** What comes with it. */
    private Set<ObjectRight> included() {
        return switch (this) {
            case READ -> EnumSet.noneOf(ObjectRight.class);
            case CREATE, UPDATE, DELETE, VIEW_ALL -> EnumSet.of(READ);
            case MODIFY_ALL -> EnumSet.of(READ, UPDATE, DELETE, VIEW_ALL);
        };
    }

    /** These rights and those that come with them: nobody changes what they may not read. */
    public static Set<ObjectRight> withIncluded(Collection<ObjectRight> granted) {
        Set<ObjectRight> all = EnumSet.noneOf(ObjectRight.class);
        for (ObjectRight right : granted) {
            all.add(right);
            all.addAll(right.included());
        }
        return Collections.unmodifiableSet(all);
    }

    /** What is left of rights where others are taken away, and with them all that need those. */
    public static Set<ObjectRight> without(
            Collection<ObjectRight> granted, Collection<ObjectRight> muted) {
        Set<ObjectRight> left = EnumSet.noneOf(ObjectRight.class);
        for (ObjectRight right : granted) {
            if (!muted.contains(right) && Collections.disjoint(right.included(), muted)) {
                left.add(right);
            }
        }
        return Collections.unmodifiableSet(left);
    }
}
