package kith.bench.work;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kith.bench.data.BenchData;

/** Makes what requests ask for, drawn from the records that there are. */
public final class Asks {

    private final RandomGenerator random;

    /** Equal generators make equal asks. */
    public Asks(RandomGenerator random) {
        this.random = random;
    }

    public List<Ask> of(Operation operation, int count) {
        return Stream.generate(() -> one(operation)).limit(count).toList();
    }

    private Ask one(Operation operation) {
        return switch (operation) {
            case POINT_READ -> new Ask.OfContact(BenchData.contactId(contact()));
            case FILTERED_LIST -> new Ask.OfStage(any(BenchData.STAGES));
            case NESTED_LISTS -> new Ask.OfIndustry(any(BenchData.INDUSTRIES));
            case RELATED_FILTER -> new Ask.OfRevenue("Tech", random.nextInt(10, 91) * 1_000_000L);
            case GROUPED_SUM -> new Ask.OfAll();
            case UPDATE -> new Ask.NewScore(BenchData.contactId(updated()), random.nextInt(0, 101));
            case CREATE, CREATE_100, CREATE_10000 -> contacts(operation.writtenRecords());
        };
    }

    /** One that is never updated, so that all products go on answering the same. */
    private int contact() {
        return random.nextInt(1, BenchData.UPDATED_FROM);
    }

    private int updated() {
        return random.nextInt(BenchData.UPDATED_FROM, BenchData.CONTACTS + 1);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Ask contacts(int count) {
        List<NewContact> contacts = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            int number = random.nextInt(100_000, 1_000_000_000);
            contacts.add(
                    new NewContact(
                            BenchData.accountId(random.nextInt(1, BenchData.ACCOUNTS + 1)),
                            BenchData.userId(random.nextInt(1, BenchData.USERS + 1)),
                            "New" + number % 997,
                            "Made" + number,
                            "n" + number + "@example.test",
                            "+49 30 " + number,
                            "Title " + number % 40,
                            number % 2 == 0 ? "new" : "open",
                            number % 101));
        }
        return new Ask.NewContacts(contacts);
    }
}
