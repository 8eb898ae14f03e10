package kith.metadata.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.LongStream;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;
import kith.metadata.problem.Problem;
import kith.metadata.resolve.Catalogs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ComponentDocumentsTest {

    private static final List<Object> PATH = List.of("components", 0);

    private final ComponentDocuments documents = new ComponentDocuments();

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatItWrote(long seed) {
        Component component = new RandomComponents(seed).next();

        assertThat(read(documents.encode(component))).isEqualTo(component);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void survivesTextOfJsonAndYaml(long seed) {
        Component component = new RandomComponents(seed).next();
        JsonNode document = documents.encode(component);

        assertThat(read(new JsonMapper().readTree(document.toString()))).isEqualTo(component);
        YAMLMapper yaml = new YAMLMapper();
        assertThat(read(yaml.readTree(yaml.writeValueAsString(document)))).isEqualTo(component);
    }

    @Test
    void fillsInTheDefaultsOfAnObject() {
        ObjectDefinition object = (ObjectDefinition) one("kind: Object\nname: OrderLine");

        assertThat(object.label()).isEqualTo("Order line");
        assertThat(object.pluralName()).isEqualTo("orderLines");
        assertThat(object.pluralLabel()).isEqualTo("Order lines");
        assertThat(object.nameField()).isEqualTo(new ObjectDefinition.NameField.Typed("Name"));
        assertThat(object.key()).isEqualTo(OptionalInt.empty());
        assertThat(object.keepsHistory()).isTrue();
        assertThat(object.isSearchable()).isTrue();
        assertThat(object.isActivity()).isFalse();
        assertThat(object.writers()).isEqualTo(ObjectDefinition.Writers.MEMBERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text        | Text[maxLength=255]
                    longText    | LongText[maxLength=32000]
                    number      | Numeric[digits=18, decimals=0]
                    currency    | Currency[decimals=2]
                    percent     | Percent[decimals=2]
                    autoNumber  | AutoNumber[format={0000}]
                    boolean     | Checkbox[]
                    """)
    void fillsInTheDefaultsOfATypesOptions(String type, String expected) {
        assertThat(field("name: any\ntype: " + type).type()).hasToString(expected);
    }

    @Test
    void takesALookupWithAListOfTargetsForAPolymorphicOne() {
        FieldDefinition field =
                field(
                        "name: about\ntype: lookup\ntargets: [Account, Contact]\ninverseLabel: Talks");

        assertThat(field.type())
                .isEqualTo(
                        new FieldType.PolymorphicLookup(
                                List.of("Account", "Contact"), new Inverse("deals", "Talks")));
        assertThat(field.isIndexed()).isTrue();
    }

    @Test
    void namesTheOtherSideOfAReferenceAfterItsOwnObject() {
        FieldDefinition own = field("name: account\ntype: lookup\ntarget: Account");
        FieldDefinition named =
                field("name: account\ntype: lookup\ntarget: Account\ninverseName: dealsWon");

        assertThat(own.type())
                .isEqualTo(
                        new FieldType.Lookup(
                                "Account", Optional.of(new Inverse("deals", "Deals"))));
        assertThat(named.type())
                .isEqualTo(
                        new FieldType.Lookup(
                                "Account", Optional.of(new Inverse("dealsWon", "Deals won"))));
    }

    @Test
    void takesTheOtherSidesNameFromTheObjectWhereItIsKnown() {
        FieldDefinition field =
                (FieldDefinition)
                        Catalogs.components(
                                        """
                                        kind: Object
                                        name: Deal
                                        pluralName: opportunities
                                        pluralLabel: Chances
                                        ---
                                        kind: Field
                                        object: Deal
                                        name: account
                                        type: masterDetail
                                        target: Account
                                        """)
                                .getLast();

        assertThat(field.type())
                .isEqualTo(
                        new FieldType.MasterDetail(
                                "Account", new Inverse("opportunities", "Chances")));
    }

    @Test
    void letsOnePropertyImplyOthers() {
        FieldDefinition part = field("name: a\ntype: masterDetail\ntarget: B");
        FieldDefinition key = field("name: a\ntype: text\nexternalId: true");
        FieldDefinition counted = field("name: a\ntype: autoNumber");

        assertThat(part.isRequired()).isTrue();
        assertThat(part.isIndexed()).isTrue();
        assertThat(key.isUnique()).isTrue();
        assertThat(key.isIndexed()).isTrue();
        assertThat(counted.isReadOnly()).isTrue();
    }

    @Test
    void readsNumbersOfDefaultsInOneForm() {
        assertThat(field("name: a\ntype: number\ndefault: 12.50").defaultValue())
                .contains(DecimalNode.valueOf(new BigDecimal("12.5")));
        assertThat(field("name: a\ntype: number\ndefault: 1000").defaultValue())
                .contains(DecimalNode.valueOf(new BigDecimal("1000")));
    }

    @Test
    void readsRules() {
        RuleDefinition rule =
                (RuleDefinition)
                        one(
                                """
                                kind: Rule
                                object: Deal
                                name: closeDate
                                on: [BEFORE_UPDATE]
                                script: record.name
                                """);

        assertThat(rule.label()).isEqualTo("Close date");
        assertThat(rule.order()).isEqualTo(100);
        assertThat(rule.isActive()).isTrue();
        assertThat(rule.on()).containsExactly(RuleDefinition.Moment.BEFORE_UPDATE);
    }

    @Test
    void takesNullForLeftOut() {
        assertThat(field("name: a\ntype: text\nlabel: null\nmaxLength: null").label())
                .isEqualTo("A");
    }

    @Test
    void makesTheIdsOfAPackagesComponentsFromTheirNames() {
        JsonNode document = yaml("kind: Object\nname: Deal\npackage: sales");
        DecodeContext here = DecodeContext.of(ComponentIds.fresh(UUID::randomUUID));

        assertThat(sound(documents.decode(document, PATH, here)).id())
                .isEqualTo(sound(documents.decode(document, PATH, here)).id());
        assertThat(sound(documents.decode(yaml("kind: Object\nname: Deal"), PATH, here)).id())
                .isNotEqualTo(
                        sound(documents.decode(yaml("kind: Object\nname: Deal"), PATH, here)).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {kind: Feld}                                                                      | UNKNOWN_KIND        | kind           | Did you mean `Field`?
                    {name: a}                                                                         | UNKNOWN_KIND        | kind           | The kinds are Object, Field, Rule, Validation, PermissionSet.
                    {kind: Object}                                                                    | MISSING_PROPERTY    | name           |
                    {kind: Object, name: [a]}                                                         | WRONG_VALUE         | name           |
                    {kind: Object, name: A, lable: B}                                                 | UNKNOWN_PROPERTY    | lable          | Did you mean `label`?
                    {kind: Object, name: A, history: yes please}                                      | WRONG_VALUE         | history        |
                    {kind: Object, name: A, key: 1.5}                                                 | WRONG_VALUE         | key            |
                    {kind: Object, name: A, writers: nobody}                                          | WRONG_VALUE         | writers        |
                    {kind: Object, name: A, nameField: x}                                             | WRONG_VALUE         | nameField      |
                    {kind: Object, name: A, nameField: {lable: x}}                                    | UNKNOWN_PROPERTY    | nameField.lable | Did you mean `label`?
                    {kind: Object, name: A, id: x}                                                    | WRONG_VALUE         | id             |
                    {kind: Field, object: A, name: a}                                                 | MISSING_PROPERTY    | type           |
                    {kind: Field, object: A, name: a, type: textt}                                    | UNKNOWN_FIELD_TYPE  | type           | Did you mean `text`?
                    {kind: Field, object: A, name: a, type: date, maxLength: 3}                       | UNKNOWN_PROPERTY    | maxLength      | Leave it out.
                    {kind: Field, object: A, name: a, type: text, maxLength: x}                       | WRONG_VALUE         | maxLength      |
                    {kind: Field, object: A, name: a, type: picklist}                                 | MISSING_PROPERTY    | values         |
                    {kind: Field, object: A, name: a, type: picklist, values: [{label: x}]}           | MISSING_PROPERTY    | values.0.value |
                    {kind: Field, object: A, name: a, type: picklist, values: [1]}                    | WRONG_VALUE         | values.0       |
                    {kind: Field, object: A, name: a, type: lookup}                                   | MISSING_PROPERTY    | target         |
                    {kind: Field, object: A, name: a, type: text, storage: text_99}                   | WRONG_VALUE         | storage        | Write e.g. text_3, more_12 or links, or leave `storage` out.
                    {kind: Field, object: A, name: a, type: masterDetail, target: B, required: false} | CONTRADICTION       | required       | Leave `required` out.
                    {kind: Field, object: A, name: a, type: text, externalId: true, unique: false}    | CONTRADICTION       | unique         | Leave `unique` out.
                    {kind: Rule, object: A, name: a, on: [BEFORE_CREAT], script: x}                   | WRONG_VALUE         | on.0           | Did you mean `BEFORE_CREATE`?
                    {kind: Rule, object: A, name: a, script: x}                                       | MISSING_PROPERTY    | on             |
                    {kind: Rule, object: A, name: a, on: [BEFORE_CREATE]}                             | MISSING_PROPERTY    | script         |
                    {kind: PermissionSet, name: A, purpose: muted}                                    | WRONG_VALUE         | purpose        | Known are profile, set, muting.
                    {kind: PermissionSet, name: A, objects: {B: {rights: [reed]}}}                    | WRONG_VALUE         | objects.B.rights.0 | Did you mean `read`?
                    {kind: PermissionSet, name: A, objects: {B: {allFields: edits}}}                  | WRONG_VALUE         | objects.B.allFields | Did you mean `edit`?
                    {kind: PermissionSet, name: A, objects: {B: {fields: {c: reads}}}}                | WRONG_VALUE         | objects.B.fields.c | Did you mean `read`?
                    {kind: PermissionSet, name: A, functions: [apis]}                                 | WRONG_VALUE         | functions.0    | Did you mean `api`?
                    """)
    void tellsWhatIsWrongWhereAndWhatToDo(
            String document, String code, String path, @Nullable String hint) {
        List<Problem> problems = problems(document);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code().name()).isEqualTo(code);
                    assertThat(steps(problem)).isEqualTo("components.0." + path);
                    assertThat(problem.hint()).isEqualTo(Optional.ofNullable(hint));
                });
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThat(
                        problems(
                                "{kind: Field, name: [], type: picklist, values: [{}, {valu: x}],"
                                        + " required: 1}"))
                .extracting(ComponentDocumentsTest::steps)
                .containsExactlyInAnyOrder(
                        "components.0.object",
                        "components.0.name",
                        "components.0.values.0.value",
                        "components.0.values.1.value",
                        "components.0.values.1.valu",
                        "components.0.required");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThat(problems("[1]")).hasSize(1);
    }

    private List<Problem> problems(String document) {
        return documents.decode(yaml(document), PATH, DecodeContext.of(Catalogs.IDS))
                        instanceof Decoded.Faulty faulty
                ? faulty.problems()
                : List.of();
    }

    private static String steps(Problem problem) {
        return String.join(".", problem.path().stream().map(String::valueOf).toList());
    }

    private static FieldDefinition field(String properties) {
        return (FieldDefinition) one("kind: Field\nobject: Deal\n" + properties);
    }

    private static Component one(String yaml) {
        return Catalogs.components(yaml).getFirst();
    }

    private Component read(JsonNode document) {
        ComponentIds none =
                (component, packageName) -> {
                    throw new AssertionError("the document has no id");
                };
        return sound(documents.decode(document, PATH, DecodeContext.of(none)));
    }

    private static Component sound(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Sound(Component component) -> component;
            case Decoded.Faulty(var problems) -> throw new AssertionError(problems);
        };
    }

    private static JsonNode yaml(String text) {
        return new YAMLMapper().readTree(text);
    }
}
