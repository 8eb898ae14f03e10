package kith.bench.work;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One kind of request that is measured. */
public enum Operation {
    POINT_READ("one contact with its account and the account's 5 newest opportunities", 0),
    FILTERED_LIST("first 50 opportunities of a stage by close date, with account and owner", 0),
    NESTED_LISTS(
            "20 accounts of an industry, each with 5 contacts, 5 opportunities and a count of"
                    + " activities",
            0),
    RELATED_FILTER("50 newest contacts whose account is Tech with revenue over a value", 0),
    GROUPED_SUM("sum and count of all opportunities by stage", 0),
    CREATE("create one contact", 1),
    UPDATE("update one field of a contact", 1),
    CREATE_100("create 100 contacts in one request", 100),
    CREATE_10000("create 10,000 contacts in one request", 10_000);

    private final String title;
    private final int writtenRecords;

    Operation(String title, int writtenRecords) {
        this.title = title;
        this.writtenRecords = writtenRecords;
    }

    /** What the request asks for, in words. */
    public String title() {
        return title;
    }

    /** Its name on the command line and in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of the files that hold its requests. */
    public String file() {
        return writtenRecords > 1 ? "create-many" : key();
    }

    public boolean isWrite() {
        return writtenRecords > 0;
    }

    /** So large that it is sent one after the other, and timed as such. */
    public boolean isSingleFile() {
        return this == CREATE_10000;
    }

    int writtenRecords() {
        return writtenRecords;
    }

    public static List<Operation> reads() {
        return Arrays.stream(values()).filter(operation -> !operation.isWrite()).toList();
    }

    public static Optional<Operation> named(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
