package kith.bench.tenant;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The records of a company, as the API takes them. */
final class CompanyRecords {

    private static final List<String> STAGES = List.of("new", "open", "won", "lost");

    private CompanyRecords() {}

    static List<Map<String, Object>> of(int count) {
        return IntStream.range(0, count).mapToObj(CompanyRecords::record).toList();
    }

    private static Map<String, Object> record(int number) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Record " + number);
        values.put("code", "C-" + number);
        values.put("stage", STAGES.get(number % STAGES.size()));
        values.put("amount", number + ".25");
        values.put("count", number);
        values.put("dueOn", LocalDate.of(2026, 1, 1).plusDays(number).toString());
        values.put("urgent", number % 3 == 0);
        values.put("email", "r" + number + "@example.test");
        values.put("notes", "Notes on record " + number);
        return values;
    }
}
