package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.graphql.testing.SampleTenant;
import kith.metadata.catalog.Catalog;
import kith.runtime.sql.ExecutedStatement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Customized tenants whose fields differ in names alone have one statement for PostgreSQL. */
class SharedStatementsIT {

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("shared_statements");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void sharesTheStatementFromTheSecondTenantOn() {
        List<String> texts =
                IntStream.rangeClosed(1, 4)
                        .mapToObj(tenant -> compiledStatement("own" + tenant, tenant + 1))
                        .toList();

        assertThat(texts.getFirst()).contains("'own1'");
        assertThat(texts.subList(1, 4)).allMatch(texts.get(1)::equals);
        assertThat(texts.get(1)).doesNotContain("own2").contains("'nodes'", "'name'");
    }

    /** The statement of a list with a field of this name, under a catalog that has it. */
    private static String compiledStatement(String field, int version) {
        Catalog catalog =
                SampleCatalog.of(
                        SampleCatalog.resource("/kith/graphql/catalog.yaml")
                                + "\n---\n{ kind: Field, object: Tag, name: %s, type: text }\n"
                                        .formatted(field));
        sample.advance(
                new Catalog(
                        version, catalog.fingerprint(), catalog.components(), catalog.objects()));
        String query = "{ tags { nodes { name %s } } }".formatted(field);
        for (int time = 0; time < 3; time++) {
            sample.statements().forget();
            JsonNode answer = sample.json(sample.ada(), Requests.post(query));
            assertThat(answer.at("/data/tags/nodes/0").has(field)).as(answer.toString()).isTrue();
        }
        List<ExecutedStatement> executed = sample.statements().all();
        assertThat(executed).hasSize(1);
        return executed.getFirst().text();
    }
}
