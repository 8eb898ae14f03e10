package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import kith.graphql.testing.Requests;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules and whole change sets through the API. */
class MetadataChangeSetsIT {

    private static RuntimeDatabase runtime;

    private MetadataTenant metadata;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("metadata_change_sets");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void makeTenant() {
        metadata = new MetadataTenant(runtime);
    }

    @Test
    void answersWithTheProblemsOfAScript() {
        metadata.make();

        assertThat(
                        metadata.data(
                                """
                                mutation {
                                  good: createRule(input: { object: "Thing", name: "one", on: [BEFORE_CREATE], script: "fine" }) { name problems { message } }
                                  bad: createRule(input: { object: "Thing", name: "two", on: [BEFORE_CREATE, BEFORE_UPDATE], script: "x\\n  broken" })
                                    { name catalogVersion problems { line column message hint } }
                                  worse: updateRule(object: "Thing", name: "one", input: { script: "broken" }) { name problems { line } }
                                  checked: checkRule(input: { object: "Thing", name: "one", on: [BEFORE_UPDATE], script: "broken" }) { line column }
                                  fine: checkRule(input: { object: "Thing", name: "three", on: [BEFORE_UPDATE], script: "fine" }) { line }
                                }
                                """))
                .isEqualTo(
                        MetadataTenant.json(
                                """
                                {"good":{"name":"one","problems":[]},
                                 "bad":{"name":null,"catalogVersion":3,"problems":[{"line":2,"column":3,"message":"Unknown word","hint":"Mend it"}]},
                                 "worse":{"name":null,"problems":[{"line":1}]},
                                 "checked":[{"line":1,"column":1}],"fine":[]}
                                """));
        assertThat(
                        metadata.data(
                                        "{ catalog { version object(name: \"Thing\") { rules { name on order active script } } } }")
                                .toString())
                .contains(
                        "{\"name\":\"one\",\"on\":[\"BEFORE_CREATE\"],\"order\":100,\"active\":true,\"script\":\"fine\"}")
                .contains("\"version\":3");
    }

    @Test
    void keepsHowARuleIsCalled() {
        metadata.make();

        assertThat(
                        metadata.data(
                                """
                                mutation {
                                  made: createRule(input: { object: "Thing", name: "called", on: [AFTER_DELETE], per: BATCH, runAs: SYSTEM,
                                    when: "!isNew()", script: "fine" }) { name warnings { severity } }
                                }
                                """))
                .isEqualTo(MetadataTenant.json("{\"made\":{\"name\":\"called\",\"warnings\":[]}}"));
        assertThat(
                        metadata.data(
                                        "{ catalog { object(name: \"Thing\") { rules { on per runAs when } } } }")
                                .at("/catalog/object/rules/0"))
                .isEqualTo(
                        MetadataTenant.json(
                                "{\"on\":[\"AFTER_DELETE\"],\"per\":\"BATCH\",\"runAs\":\"SYSTEM\",\"when\":\"!isNew()\"}"));
        metadata.data(
                """
                mutation { updateRule(object: "Thing", name: "called", input: { when: null, per: RECORD }) { name } }
                """);
        assertThat(
                        metadata.data(
                                        "{ catalog { object(name: \"Thing\") { rules { per when } } } }")
                                .at("/catalog/object/rules/0"))
                .isEqualTo(MetadataTenant.json("{\"per\":\"RECORD\",\"when\":null}"));
        assertThat(
                        metadata.answer(
                                        """
                                        mutation { checkRule(input: { object: "Thing", name: "called", on: [AFTER_UPDATE], when: "nme == ''",
                                          script: "fine" }) { line } }
                                        """)
                                .at("/errors/0")
                                .toString())
                .contains("CONDITION_REFUSED")
                .contains("\"when\"");
    }

    @Test
    void keepsRulesThatAreOff() {
        metadata.make();

        metadata.data(
                """
                mutation { createRule(input: { object: "Thing", name: "off", on: [BEFORE_CREATE], active: false, script: "fine" }) { name } }
                """);

        assertThat(
                        metadata.data(
                                        "{ catalog { object(name: \"Thing\") { rules { name active } } } }")
                                .at("/catalog/object/rules/0/active")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void appliesDocumentsAsOneChangeSet() {
        JsonNode tried = apply("true");
        assertThat(tried.at("/applyMetadata/catalogVersion").asInt()).isZero();
        assertThat(tried.at("/applyMetadata/diff").findValuesAsString("change"))
                .containsExactly("ADDED", "ADDED");

        JsonNode applied = apply("false");
        assertThat(applied.at("/applyMetadata/catalogVersion").asInt()).isEqualTo(1);
        assertThat(
                        metadata.data("{ components(kind: \"Field\", object: \"Deal\") }")
                                .at("/components/0/type")
                                .asString())
                .isEqualTo("currency");
        assertThat(
                        metadata.data(
                                "{ history(first: 5) { version message by diff { component change } } }"))
                .isEqualTo(
                        MetadataTenant.json(
                                """
                                {"history":[{"version":1,"message":"Deals","by":"Kith","diff":[{"component":"Object Deal","change":"ADDED"},
                                 {"component":"Field Deal.amount","change":"ADDED"}]}]}
                                """));
    }

    @Test
    void tellsWhereDocumentsAreWrong() {
        JsonNode problems =
                metadata.data(
                                """
                                mutation { applyMetadata(components: [{ kind: "Object", name: "Deal" }, { kind: "Field", object: "Deal", name: "x", type: "curency" }],
                                    remove: [{ kind: "Rule", object: "Deal", name: "gone" }]) { catalogVersion diff { name } problems { path code hint } } }
                                """)
                        .at("/applyMetadata/problems");

        assertThat(problems.toString())
                .contains("components.1.type")
                .contains("UNKNOWN_FIELD_TYPE")
                .contains("UNKNOWN_COMPONENT");
    }

    @Test
    void goesBackToAVersion() {
        metadata.make();

        assertThat(
                        metadata.data(
                                        "mutation { rollback(toVersion: 1, message: \"Oops\") { catalogVersion diff { name change } } }")
                                .at("/rollback/diff")
                                .toString())
                .isEqualTo("[{\"name\":\"size\",\"change\":\"REMOVED\"}]");
    }

    @Test
    void showsWhatAnotherNodeChanged() {
        metadata.data("{ catalog { version } }");
        MetadataEndpoint other = metadata.node();

        Requests.answer(
                other.handle(
                        metadata.administrator(),
                        Requests.post(
                                "mutation { createObject(input: { name: \"New\", label: \"New\", pluralLabel: \"News\" }) { name } }")));

        assertThat(metadata.data("{ catalog { version } }"))
                .isEqualTo(MetadataTenant.json("{\"catalog\":{\"version\":1}}"));
    }

    @Test
    void tellsHowManyRecordsAChangeFills() {
        metadata.make();
        runtime.asOwner(
                metadata.tenant(),
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at)
                select %d, 100000, gen_random_uuid(), 1, 'x', now(), now() from generate_series(1, 3)
                """
                        .formatted(metadata.tenant().key()));

        JsonNode tried =
                metadata.data(
                        """
                        mutation { applyMetadata(dryRun: true, components: [
                            { kind: "Field", object: "Thing", name: "color", type: "text", required: true, default: "red" }
                          ]) { affected { component kind records } problems { code } } }
                        """);

        assertThat(tried)
                .isEqualTo(
                        MetadataTenant.json(
                                """
                                {"applyMetadata":{"affected":[{"component":"Field Thing.color","kind":"FILLED","records":3}],"problems":[]}}
                                """));
    }

    @Test
    void indexesAFieldThatIsThere() {
        metadata.make();

        metadata.data(
                """
                mutation { updateField(object: "Thing", name: "size", input: { indexed: true }) { catalogVersion } }
                """);

        assertThat(
                        metadata.data(
                                        "{ catalog { object(name: \"Thing\") { fields { name indexed } } } }")
                                .toString())
                .contains("{\"name\":\"size\",\"indexed\":true}");
    }

    @Test
    void showsARuleThatCompilesNoLonger() {
        metadata.make();
        metadata.data(
                """
                mutation { createRule(input: { object: "Thing", name: "old", on: [BEFORE_CREATE], script: "fine" }) { name } }
                """);
        runtime.asOwner(
                metadata.tenant(),
                """
                update component set document = jsonb_set(document, '{script}', '"broken"') where kind = 'Rule';
                update tenant set catalog_version = catalog_version + 1 where key = %d
                """
                        .formatted(metadata.tenant().key()));

        JsonNode answer =
                Requests.json(
                        Requests.answer(
                                metadata.node()
                                        .handle(
                                                metadata.administrator(),
                                                Requests.post(
                                                        "{ catalog { brokenRules { object rule { name problems { line message } } } } }"))));

        assertThat(answer.at("/data/catalog/brokenRules"))
                .isEqualTo(
                        MetadataTenant.json(
                                """
                                [{"object":"Thing","rule":{"name":"old","problems":[{"line":1,"message":"Unknown word"}]}}]
                                """));
    }

    private JsonNode apply(String dryRun) {
        return metadata.data(
                """
                mutation { applyMetadata(message: "Deals", dryRun: %s, components: [
                    { kind: "Object", name: "Deal", label: "Deal", pluralLabel: "Deals" }
                    { kind: "Field", object: "Deal", name: "amount", type: "currency", label: "Amount" }
                  ]) { catalogVersion diff { component change after } problems { path } } }
                """
                        .formatted(dryRun));
    }
}
