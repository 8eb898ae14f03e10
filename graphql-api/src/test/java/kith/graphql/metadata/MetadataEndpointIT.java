package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import kith.graphql.testing.Requests;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.resolve.CatalogBuilder;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.catalog.CatalogAnnouncer;
import kith.runtime.catalog.CatalogStore;
import kith.runtime.read.PostgresRecordReader;
import kith.runtime.storage.SlotAssigner;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.write.RecordIds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MetadataEndpointIT {

    private static RuntimeDatabase runtime;
    private static int tenants;

    private Tenant tenant;
    private MetadataEndpoint endpoint;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("metadata_api");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void makeTenant() {
        tenants++;
        tenant = runtime.tenant("metadata-" + tenants);
        endpoint = node();
    }

    @Test
    void showsTheObjectsOfATenantWithoutComponents() {
        assertThat(data("{ catalog { version objects { name isSystem isWritable } } }"))
                .isEqualTo(
                        json(
                                """
                                {"catalog":{"version":0,"objects":[{"name":"User","isSystem":true,"isWritable":true}]}}
                                """));
        assertThat(
                        Requests.json(
                                        Requests.answer(
                                                endpoint.handle(
                                                        member(),
                                                        Requests.post(
                                                                "{ catalog { object(name: \"User\") { isWritable fields { name } } } }"))))
                                .at("/data/catalog/object/isWritable")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void makesObjectsAndFields() {
        assertThat(
                        data(
                                """
                                mutation {
                                  createObject(input: { name: "Property", label: "Property", pluralLabel: "Properties", nameLabel: "Address" }) { name catalogVersion }
                                  price: createField(input: { object: "Property", name: "price", type: "currency", label: "Price", required: true, helpText: "Net" }) { name catalogVersion }
                                  kind: createField(input: { object: "Property", name: "kind", type: "picklist", values: [{ value: "House" }, { value: "Flat", label: "Apartment", isActive: false }] }) { name }
                                  agent: createField(input: { object: "Property", name: "agent", type: "lookup", target: "User", inverseName: "properties" }) { name }
                                }
                                """))
                .isEqualTo(
                        json(
                                """
                                {"createObject":{"name":"Property","catalogVersion":1},"price":{"name":"price","catalogVersion":2},
                                 "kind":{"name":"kind"},"agent":{"name":"agent"}}
                                """));
        assertThat(
                        data("""
                        { catalog { version object(name: "Property") { label pluralName pluralLabel nameLabel nameFormat keepsHistory isSystem isWritable
                            fields { name type isSystem required helpText decimals values { value label isActive } target inverseName } }
                          user: object(name: "User") { relations { name label target field manyToMany } } none: object(name: "Nothing") { id } } }
                        """)
                                .toString())
                .contains("\"pluralName\":\"properties\"")
                .contains("\"nameLabel\":\"Address\",\"nameFormat\":null,\"keepsHistory\":true")
                .contains(
                        "{\"name\":\"price\",\"type\":\"currency\",\"isSystem\":false,\"required\":true,\"helpText\":\"Net\",\"decimals\":2")
                .contains(
                        "\"values\":[{\"value\":\"House\",\"label\":\"House\",\"isActive\":true},{\"value\":\"Flat\",\"label\":\"Apartment\",\"isActive\":false}]")
                .contains("\"target\":\"User\",\"inverseName\":\"properties\"")
                .contains(
                        "{\"name\":\"properties\",\"label\":\"Properties\",\"target\":\"Property\",\"field\":\"agent\",\"manyToMany\":false}")
                .contains("\"none\":null");
    }

    @Test
    void changesOnlyWhatIsGiven() {
        make();

        data(
                """
                mutation {
                  updateObject(name: "Thing", input: { description: "D", isSearchable: false }) { catalogVersion }
                  updateField(object: "Thing", name: "size", input: { label: "Length", helpText: null, maxLength: 40 }) { catalogVersion }
                }
                """);

        assertThat(
                        data("{ catalog { object(name: \"Thing\") { label description isSearchable keepsHistory fields { name label helpText maxLength unique } } } }")
                                .toString())
                .contains(
                        "\"label\":\"Thing\",\"description\":\"D\",\"isSearchable\":false,\"keepsHistory\":false")
                .contains(
                        "{\"name\":\"size\",\"label\":\"Length\",\"helpText\":null,\"maxLength\":40,\"unique\":true}");
    }

    @Test
    void renamesAndRemoves() {
        make();

        assertThat(
                        data(
                                """
                                mutation {
                                  renameField(object: "Thing", name: "size", to: "length") { name }
                                  renameObject(name: "Thing", to: "Item") { name }
                                  deleteField(object: "Item", name: "length") { catalogVersion }
                                  deleteObject(name: "Item") { catalogVersion }
                                }
                                """))
                .isEqualTo(
                        json(
                                """
                                {"renameField":{"name":"length"},"renameObject":{"name":"Item"},"deleteField":{"catalogVersion":5},
                                 "deleteObject":{"catalogVersion":6}}
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a: createField(input: { object: \"Thing\", name: \"bad name\", type: \"text\" }) { name } | INVALID_NAME | a,input,name",
                "createField(input: { object: \"Thing\", name: \"x\", type: \"text\", maxLength: 100000 }) { name } | INVALID_OPTION | createField,input,maxLength",
                "createField(input: { object: \"Thing\", name: \"x\", type: \"txt\" }) { name } | UNKNOWN_FIELD_TYPE | createField,input,type",
                "createField(input: { object: \"Thing\", name: \"x\", type: \"number\", defaultValue: \"x\" }) { name } | INVALID_DEFAULT | createField,input,defaultValue",
                "createObject(input: { name: \"Thing\", label: \"T\", pluralLabel: \"T\" }) { name } | COMPONENT_EXISTS | createObject,input,name",
                "createField(input: { object: \"Thing\", name: \"size\", type: \"text\" }) { name } | COMPONENT_EXISTS | createField,input,name",
                "createField(input: { object: \"Thing\", name: \"createdAt\", type: \"text\" }) { name } | COMPONENT_EXISTS | createField,input,name",
                "createObject(input: { name: \"User\", label: \"U\", pluralLabel: \"U\" }) { name } | COMPONENT_EXISTS | createObject,input,name",
                "createObject(input: { name: \"Query\", label: \"Q\", pluralLabel: \"Q\" }) { name } | RESERVED_NAME | createObject,input,name",
                "createObject(input: { name: \"Bill\", label: \"B\", pluralLabel: \"B\", nameFormat: \"B-\" }) { name } | INVALID_FORMAT | createObject,input,nameFormat",
                "updateField(object: \"Thing\", name: \"sice\", input: { label: \"x\" }) { name } | UNKNOWN_COMPONENT | updateField,name",
                "updateObject(name: \"User\", input: { label: \"x\" }) { name } | SYSTEM_COMPONENT | updateObject,name",
                "deleteObject(name: \"User\") { catalogVersion } | SYSTEM_COMPONENT | deleteObject",
                "deleteField(object: \"Thing\", name: \"sice\") { catalogVersion } | UNKNOWN_COMPONENT | deleteField",
                "createRule(input: { object: \"Nothing\", name: \"r\", on: [BEFORE_CREATE], script: \"fine\" }) { name } | UNKNOWN_OBJECT | createRule,input,object",
            })
    void refusesWithCodeAndPathInTheInput(String mutation, String code, String path) {
        make();

        JsonNode error = answer("mutation { " + mutation + " }").at("/errors/0");

        assertThat(error.at("/extensions/code").asString()).as(error.toString()).isEqualTo(code);
        assertThat(error.get("path").valueStream().map(JsonNode::asString).toList())
                .containsExactly(path.split(",", -1));
        assertThat(error.at("/extensions/traceId").asString()).isEqualTo(Requests.TRACE_ID);
    }

    @Test
    void answersWithTheProblemsOfAScript() {
        make();

        assertThat(
                        data(
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
                        json(
                                """
                                {"good":{"name":"one","problems":[]},
                                 "bad":{"name":null,"catalogVersion":3,"problems":[{"line":2,"column":3,"message":"Unknown word","hint":"Mend it"}]},
                                 "worse":{"name":null,"problems":[{"line":1}]},
                                 "checked":[{"line":1,"column":1}],"fine":[]}
                                """));
        assertThat(
                        data("{ catalog { version object(name: \"Thing\") { rules { name on order active script } } } }")
                                .toString())
                .contains(
                        "{\"name\":\"one\",\"on\":[\"BEFORE_CREATE\"],\"order\":100,\"active\":true,\"script\":\"fine\"}")
                .contains("\"version\":3");
    }

    @Test
    void keepsRulesThatAreOff() {
        make();

        data(
                """
                mutation { createRule(input: { object: "Thing", name: "off", on: [BEFORE_CREATE], active: false, script: "fine" }) { name } }
                """);

        assertThat(
                        data("{ catalog { object(name: \"Thing\") { rules { name active } } } }")
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
                        data("{ components(kind: \"Field\", object: \"Deal\") }")
                                .at("/components/0/type")
                                .asString())
                .isEqualTo("currency");
        assertThat(data("{ history(first: 5) { version message by diff { component change } } }"))
                .isEqualTo(
                        json(
                                """
                                {"history":[{"version":1,"message":"Deals","by":"Kith","diff":[{"component":"Object Deal","change":"ADDED"},
                                 {"component":"Field Deal.amount","change":"ADDED"}]}]}
                                """));
    }

    @Test
    void tellsWhereDocumentsAreWrong() {
        JsonNode problems =
                data("""
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
        make();

        assertThat(
                        data("mutation { rollback(toVersion: 1, message: \"Oops\") { catalogVersion diff { name change } } }")
                                .at("/rollback/diff")
                                .toString())
                .isEqualTo("[{\"name\":\"size\",\"change\":\"REMOVED\"}]");
    }

    @Test
    void namesWhatDependsOnAComponent() {
        make();

        assertThat(
                        data(
                                """
                                { dependents(component: { kind: "Object", name: "Thing" }) { component kind object name reason } }
                                """))
                .isEqualTo(
                        json(
                                """
                                {"dependents":[{"component":"Field Thing.size","kind":"Field","object":"Thing","name":"size",
                                 "reason":"is a field of Thing"}]}
                                """));
        assertThat(
                        answer(
                                        "{ dependents(component: { kind: \"Feld\", name: \"x\" }) { name } }")
                                .at("/errors/0/extensions")
                                .toString())
                .contains("COMPONENT_KIND_UNKNOWN")
                .contains("Did you mean `Field`?");
    }

    @Test
    void refusesMembersWhoChangeTheMetadata() {
        JsonNode answer =
                Requests.json(
                        Requests.answer(
                                endpoint.handle(
                                        member(),
                                        Requests.post(
                                                "mutation { createObject(input: { name: \"A\", label: \"A\", pluralLabel: \"As\" }) { name } }"))));

        assertThat(answer.at("/errors/0/extensions/code").asString())
                .isEqualTo("NOT_ADMINISTRATOR");
        assertThat(answer.at("/errors/0/path/0").asString()).isEqualTo("createObject");
    }

    @Test
    void showsWhatAnotherNodeChanged() {
        data("{ catalog { version } }");
        MetadataEndpoint other = node();

        Requests.answer(
                other.handle(
                        administrator(),
                        Requests.post(
                                "mutation { createObject(input: { name: \"New\", label: \"New\", pluralLabel: \"News\" }) { name } }")));

        assertThat(data("{ catalog { version } }"))
                .isEqualTo(json("{\"catalog\":{\"version\":1}}"));
    }

    private void make() {
        data(
                """
                mutation {
                  createObject(input: { name: "Thing", label: "Thing", pluralLabel: "Things", keepsHistory: false }) { name }
                  createField(input: { object: "Thing", name: "size", type: "text", unique: true, helpText: "H", maxLength: 30 }) { name }
                }
                """);
    }

    private JsonNode apply(String dryRun) {
        return data(
                """
                mutation { applyMetadata(message: "Deals", dryRun: %s, components: [
                    { kind: "Object", name: "Deal", label: "Deal", pluralLabel: "Deals" }
                    { kind: "Field", object: "Deal", name: "amount", type: "currency", label: "Amount" }
                  ]) { catalogVersion diff { component change after } problems { path } } }
                """
                        .formatted(dryRun));
    }

    private MetadataEndpoint node() {
        CatalogStore store =
                new CatalogStore(
                        runtime.database(),
                        new CatalogBuilder(new SlotAssigner(), new BrokenWords()),
                        CatalogAnnouncer.none(),
                        new RecordIds(Clock.systemUTC(), new Random(3))::next,
                        Clock.systemUTC());
        return new MetadataEndpoint(
                store.catalogs(),
                store.changes(),
                new PostgresRecordReader(runtime.database(), new MemberAccess()));
    }

    private Caller administrator() {
        return new Caller(tenant, Optional.empty(), true, Caller.Origin.API);
    }

    private Caller member() {
        return new Caller(
                tenant,
                Optional.of(UUID.fromString("01900000-0000-7000-8000-0000000000a2")),
                false,
                Caller.Origin.API);
    }

    private JsonNode data(String query) {
        JsonNode answer = answer(query);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.get("data");
    }

    private JsonNode answer(String query) {
        return Requests.json(
                Requests.answer(endpoint.handle(administrator(), Requests.post(query))));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    /** Refuses scripts with the word broken. */
    private static final class BrokenWords implements RuleCompiler {
        @Override
        public Compilation compile(RuleDefinition rule, List<ObjectType> objects) {
            List<String> lines = rule.script().lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                int column = lines.get(line).indexOf("broken");
                if (column >= 0) {
                    return new Refused(
                            List.of(
                                    new ScriptProblem(
                                            line + 1,
                                            column + 1,
                                            "Unknown word",
                                            Optional.of("Mend it"))));
                }
            }
            return new Compiled(Set::of);
        }
    }
}
