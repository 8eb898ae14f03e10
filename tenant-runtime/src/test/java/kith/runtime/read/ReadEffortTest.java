package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;

import kith.metadata.catalog.Catalog;
import kith.runtime.testing.SampleCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ReadEffortTest {

    private static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT | a: { of: Account, id: 11, select: [ name, { owner: [ name ] } ] }",
                "POINT | a: { any: 11, on: { Account: [ id ] } }",
                "LIST | l: { of: Account, page: { nodes: [ name ], cappedCount: 5 } }",
                "LIST | a: { of: Account, id: 11, select: [ { contacts: { page: { nodes: [ name ] } } } ] }",
                "AGGREGATE | l: { of: Account, page: { nodes: [ name ], totalCount: true } }",
                "AGGREGATE | a: { of: Account, id: 11, select: [ { contacts: { page: { totalCount: true } } } ] }"
            })
    void isThatOfTheDearestPart(ReadEffort effort, String request) {
        assertThat(
                        ReadEffort.of(
                                new RequestYaml(CATALOG)
                                        .request(new YAMLMapper().readTree(request))))
                .isEqualTo(effort);
    }
}
