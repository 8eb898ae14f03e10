package kith.bench.data;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An object with its records, made one after the other from their numbers. */
public enum BenchObject {
    USER("app_user", BenchData.USERS),
    ACCOUNT("account", BenchData.ACCOUNTS),
    CONTACT("contact", BenchData.CONTACTS),
    OPPORTUNITY("opportunity", BenchData.OPPORTUNITIES),
    ACTIVITY("activity", BenchData.ACTIVITIES);

    private final String table;
    private final int count;

    BenchObject(String table, int count) {
        this.table = table;
        this.count = count;
    }

    /** Its name in Kith. */
    String objectName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Its native table. */
    String table() {
        return table;
    }

    Stream<BenchRecord> records() {
        return IntStream.rangeClosed(1, count).mapToObj(this::record);
    }

    private BenchRecord record(int number) {
        return switch (this) {
            case USER -> BenchData.user(number);
            case ACCOUNT -> BenchData.account(number);
            case CONTACT -> BenchData.contact(number);
            case OPPORTUNITY -> BenchData.opportunity(number);
            case ACTIVITY -> BenchData.activity(number);
        };
    }
}
