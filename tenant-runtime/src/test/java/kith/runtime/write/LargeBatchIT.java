package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** As many records as one step takes, on tables of which PostgreSQL knows nothing yet. */
class LargeBatchIT {

    private static final List<Integer> SIZES = List.of(10, 1_000, 10_000);

    private static Writing writing;
    private static Writing.As nancy;

    @BeforeAll
    static void open() {
        writing = new Writing("large_batch");
        nancy = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void takesTheSameStatementsForTenAndForTenThousand() {
        for (int size : SIZES) {
            String name = "N" + size;
            List<Map<String, Object>> records =
                    IntStream.range(0, size)
                            .mapToObj(index ->
                                    Map.<String, Object>of(
                                            "name",
                                            name,
                                            "externalId",
                                            name + "-" + index,
                                            "revenue",
                                            index,
                                            "notes",
                                            "kept beside"))
                            .toList();
            List<Map<String, Object>> changed =
                    records.stream()
                            .map(record ->
                                    Map.of(
                                            "externalId",
                                            record.get("externalId"),
                                            "industry",
                                            (Object) "tech"))
                            .toList();

            assertThat(statements(nancy.creations("Account", records))).as("create").isEqualTo(1);
            assertThat(statements(nancy.upsert("Account", "externalId", changed)))
                    .as("upsert of what is there")
                    .isEqualTo(4);
            assertThat(
                            statements(
                                    nancy.updateWhere(
                                            "Account",
                                            nancy.named("Account", name),
                                            Map.of("rating", "hot"))))
                    .as("update of all that match")
                    .isEqualTo(3);
            assertThat(
                            nancy.found(
                                    "select count(*) from record where name = '%s' and version = 3 and text_1 = 'tech'"
                                            .formatted(name)))
                    .isEqualTo(String.valueOf(size));
            assertThat(statements(nancy.deleteWhere("Account", nancy.named("Account", name))))
                    .as("delete of all that match")
                    .isEqualTo(4);
            assertThat(statements(nancy.restoreWhere("Account", nancy.named("Account", name))))
                    .as("restore of all that match")
                    .isEqualTo(5);
            nancy.write(nancy.deleteWhere("Account", nancy.named("Account", name)));
            assertThat(statements(nancy.destroyWhere("Account", nancy.named("Account", name))))
                    .as("destruction of all that match")
                    .isEqualTo(7);
        }
    }

    private static int statements(WriteRequest.Step step) {
        writing.runtime().statements().forget();
        nancy.write(step);
        assertThat(writing.runtime().statements().controlCount()).isIn(0, 2);
        return writing.runtime().statements().dataCount();
    }
}
