package kith.bench.data;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** The records of a company of middle size; each follows from its number alone. */
public final class BenchData {

    public static final int USERS = 50;
    public static final int ACCOUNTS = 20_000;
    public static final int CONTACTS = 60_000;

    /** The number of the first contact that is updated; those before stay as they were made. */
    public static final int UPDATED_FROM = 59_001;

    public static final int OPPORTUNITIES = 80_000;
    public static final int ACTIVITIES = 300_000;

    public static final List<String> STAGES =
            List.of(
                    "prospect",
                    "qualify",
                    "analysis",
                    "proposal",
                    "negotiation",
                    "review",
                    "won",
                    "lost");
    public static final List<String> INDUSTRIES =
            List.of(
                    "Tech",
                    "Finance",
                    "Retail",
                    "Health",
                    "Energy",
                    "Media",
                    "Transport",
                    "Education",
                    "Public",
                    "Food");

    /** All records were created before; what a run creates comes after. */
    static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private static final Instant BEGIN = Instant.parse("2023-01-01T00:00:00Z");
    private static final List<String> STATUSES = List.of("new", "open", "qualified", "lost");
    private static final List<String> KINDS = List.of("call", "email", "meeting", "task");
    private static final List<String> CITIES = List.of("Berlin", "Paris", "Rome", "Oslo", "Vienna");
    private static final List<String> COUNTRIES = List.of("DE", "FR", "IT", "NO", "AT");

    private BenchData() {}

    public static UUID userId(int number) {
        return id(1, number);
    }

    public static UUID accountId(int number) {
        return id(2, number);
    }

    public static UUID contactId(int number) {
        return id(3, number);
    }

    /** Of version 7, like the ids that Kith makes. */
    private static UUID id(long object, int number) {
        return new UUID(0x0190_0000_0000_7000L | object << 32, 0x8000_0000_0000_0000L | number);
    }

    static BenchRecord user(int number) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "User " + number);
        values.put("email", "user" + number + "@example.test");
        values.put("active", true);
        values.put("createdAt", BEGIN);
        return new BenchRecord(userId(number), values);
    }

    static BenchRecord account(int number) {
        SplittableRandom random = random(2, number);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Account " + number);
        values.put("industry", any(INDUSTRIES, random));
        values.put("revenue", money(random, 10_000_000_000L));
        values.put("employees", random.nextInt(1, 10_000));
        values.put("website", "https://www.account" + number + ".example.test");
        values.put("city", any(CITIES, random));
        values.put("country", any(COUNTRIES, random));
        values.put("owner", userId(random.nextInt(1, USERS + 1)));
        values.put("createdAt", created(number, Duration.ofMinutes(60), random));
        return new BenchRecord(accountId(number), values);
    }

    static BenchRecord contact(int number) {
        SplittableRandom random = random(3, number);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("account", accountId(random.nextInt(1, ACCOUNTS + 1)));
        values.put("owner", userId(random.nextInt(1, USERS + 1)));
        values.put("firstName", "First" + number % 997);
        values.put("lastName", "Last" + number);
        values.put("email", "c" + number + "@example.test");
        values.put("phone", "+49 30 " + number);
        values.put("title", "Title " + number % 40);
        values.put("status", any(STATUSES, random));
        values.put("score", random.nextInt(0, 101));
        values.put("createdAt", created(number, Duration.ofMinutes(20), random));
        return new BenchRecord(contactId(number), values);
    }

    static BenchRecord opportunity(int number) {
        SplittableRandom random = random(4, number);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Deal " + number);
        values.put("account", accountId(random.nextInt(1, ACCOUNTS + 1)));
        values.put("owner", userId(random.nextInt(1, USERS + 1)));
        values.put("stage", any(STAGES, random));
        values.put("amount", money(random, 25_000_000));
        values.put("probability", random.nextInt(0, 101));
        values.put("closeDate", LocalDate.of(2025, 1, 1).plusDays(random.nextInt(0, 730)));
        values.put("createdAt", created(number, Duration.ofMinutes(15), random));
        return new BenchRecord(id(4, number), values);
    }

    static BenchRecord activity(int number) {
        SplittableRandom random = random(5, number);
        int contact = random.nextInt(1, CONTACTS + 1);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Subject " + number);
        values.put("contact", contactId(contact));
        values.put("account", contact(contact).value("account"));
        values.put("kind", any(KINDS, random));
        values.put("at", created(number, Duration.ofMinutes(3), random));
        values.put("createdAt", created(number, Duration.ofMinutes(3), random));
        return new BenchRecord(id(5, number), values);
    }

    private static SplittableRandom random(long object, int number) {
        return new SplittableRandom(object * 1_000_000_007L + number);
    }

    private static <T> T any(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private static BigDecimal money(SplittableRandom random, long cents) {
        return BigDecimal.valueOf(random.nextLong(cents), 2);
    }

    /** Later for higher numbers and never the same twice, so that orders are total. */
    private static Instant created(int number, Duration step, SplittableRandom random) {
        return BEGIN.plus(step.multipliedBy(number)).plusSeconds(random.nextInt(60, 120));
    }
}
