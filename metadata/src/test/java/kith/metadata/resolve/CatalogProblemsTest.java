package kith.metadata.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kith.metadata.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogProblemsTest {

    private static final String BASE =
            """
            kind: Object
            name: Account
            ---
            kind: Object
            name: Deal
            ---
            kind: Field
            object: Deal
            name: account
            type: lookup
            target: Account
            ---
            kind: Field
            object: Deal
            name: amount
            type: currency
            ---
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {kind: Object, name: deal2}                                                     | INVALID_NAME          | Object deal2.name
                    {kind: Object, name: Straße}                                                    | INVALID_NAME          | Object Straße.name
                    {kind: Object, name: __Deal}                                                    | INVALID_NAME          | Object __Deal.name
                    {kind: Object, name: Abcdefghijabcdefghijabcdefghijabcdefghija}                 | INVALID_NAME          | Object Abcdefghijabcdefghijabcdefghijabcdefghija.name
                    {kind: Object, name: Query}                                                     | RESERVED_NAME         | Object Query.name
                    {kind: Object, name: Search}                                                    | RESERVED_NAME         | Object Search.name
                    {kind: Object, name: DealAggregate}                                             | RESERVED_NAME         | Object DealAggregate.name
                    {kind: Object, name: Fish, pluralName: changes}                                 | RESERVED_NAME         | Object Fish.pluralName
                    {kind: Object, name: Fish, pluralName: dealsAggregate}                          | RESERVED_NAME         | Object Fish.pluralName
                    {kind: Object, name: Fish, pluralName: fish}                                    | NAME_COLLISION        | Object Fish.pluralName
                    {kind: Object, name: Deals}                                                     | NAME_COLLISION        | Object Deals.name
                    {kind: Object, name: Offer, pluralName: deals}                                  | NAME_COLLISION        | Object Offer.pluralName
                    {kind: Object, name: User}                                                      | NAME_COLLISION        | Object User.name
                    {kind: Object, name: Offer, label: '', pluralLabel: a}                            | INVALID_TEXT          | Object Offer.label
                    {kind: Object, name: Offer, nameField: {format: O-000}}                         | INVALID_FORMAT        | Object Offer.nameField.format
                    {kind: Object, name: Offer, key: 1}                                             | STORAGE_CONFLICT      | Object Offer.key
                    {kind: Field, object: Deal, name: Stage, type: text}                            | INVALID_NAME          | Field Deal.Stage.name
                    {kind: Field, object: Deal, name: and, type: text}                              | RESERVED_NAME         | Field Deal.and.name
                    {kind: Field, object: Deal, name: owner, type: text}                            | NAME_COLLISION        | Field Deal.owner.name
                    {kind: Field, object: Deal, name: ownerId, type: text}                          | NAME_COLLISION        | Field Deal.ownerId.name
                    {kind: Field, object: Deal, name: amount, type: text}                           | NAME_COLLISION        | Field Deal.amount.name
                    {kind: Field, object: Deal, name: accountId, type: text}                        | NAME_COLLISION        | Field Deal.accountId.name
                    {kind: Field, object: Deal, name: amountCurrency, type: text}                   | NAME_COLLISION        | Field Deal.amountCurrency.name
                    {kind: Field, object: Account, name: deals, type: text, id: 0198aaaa-0000-7000-8000-000000000001} | NAME_COLLISION | Field Deal.account.inverseName
                    {kind: Field, object: Deal, name: broker, type: lookup, target: Account}        | NAME_COLLISION        | Field Deal.broker.inverseName
                    {kind: Field, object: Deal, name: broker, type: lookup, target: Account, inverseName: in} | RESERVED_NAME | Field Deal.broker.inverseName
                    {kind: Field, object: Dea, name: x, type: text}                                 | UNKNOWN_OBJECT        | Field Dea.x.object
                    {kind: Field, object: Deal, name: x, type: lookup, target: Acount, inverseName: xs} | UNKNOWN_OBJECT    | Field Deal.x.target
                    {kind: Field, object: Deal, name: x, type: lookup, targets: [Account, Acount], inverseName: xs} | UNKNOWN_OBJECT | Field Deal.x.targets.1
                    {kind: Field, object: Deal, name: x, type: lookup, targets: [], inverseName: xs}  | INVALID_TARGETS     | Field Deal.x.targets
                    {kind: Field, object: Deal, name: x, type: lookup, targets: [User, User], inverseName: xs} | INVALID_TARGETS | Field Deal.x.targets.1
                    {kind: Field, object: Deal, name: x, type: lookup, targets: [User, Account]}      | NAME_COLLISION      | Field Deal.x.inverseName
                    {kind: Field, object: Deal, name: amount, type: lookup, targets: [User], inverseName: xs} | NAME_COLLISION | Field Deal.amount.name
                    {kind: Field, object: Deal, name: x, type: lookup, targets: [User], default: a}   | INVALID_DEFAULT     | Field Deal.x.default
                    {kind: Field, object: Deal, name: x, type: masterDetail, target: Deal}          | MASTER_DETAIL_CYCLE   | Field Deal.x.target
                    {kind: Field, object: Deal, name: x, type: text, maxLength: 4001}               | INVALID_OPTION        | Field Deal.x.maxLength
                    {kind: Field, object: Deal, name: x, type: text, maxLength: 0}                  | INVALID_OPTION        | Field Deal.x.maxLength
                    {kind: Field, object: Deal, name: x, type: number, digits: 39}                  | INVALID_OPTION        | Field Deal.x.digits
                    {kind: Field, object: Deal, name: x, type: number, digits: 4, decimals: 5}      | INVALID_OPTION        | Field Deal.x.decimals
                    {kind: Field, object: Deal, name: x, type: currency, decimals: 9}               | INVALID_OPTION        | Field Deal.x.decimals
                    {kind: Field, object: Deal, name: x, type: autoNumber, format: 'A{00}{0}'}      | INVALID_FORMAT        | Field Deal.x.format
                    {kind: Field, object: Deal, name: x, type: picklist, values: []}                | INVALID_PICKLIST      | Field Deal.x.values
                    {kind: Field, object: Deal, name: x, type: picklist, values: [a, a]}            | INVALID_PICKLIST      | Field Deal.x.values.1.value
                    {kind: Field, object: Deal, name: x, type: picklist, values: [' a']}            | INVALID_PICKLIST      | Field Deal.x.values.0.value
                    {kind: Field, object: Deal, name: x, type: longText, unique: true}              | NOT_POSSIBLE_FOR_TYPE | Field Deal.x.unique
                    {kind: Field, object: Deal, name: x, type: text, maxLength: 300, indexed: true} | NOT_POSSIBLE_FOR_TYPE | Field Deal.x.indexed
                    {kind: Field, object: Deal, name: x, type: number, digits: 20, externalId: true} | NOT_POSSIBLE_FOR_TYPE | Field Deal.x.externalId
                    {kind: Field, object: Deal, name: x, type: boolean, externalId: true}           | NOT_POSSIBLE_FOR_TYPE | Field Deal.x.externalId
                    {kind: Field, object: Deal, name: x, type: manyToMany, target: User, required: true} | NOT_POSSIBLE_FOR_TYPE | Field Deal.x.required
                    {kind: Field, object: Deal, name: x, type: text, maxLength: 2, default: abc}    | INVALID_DEFAULT       | Field Deal.x.default
                    {kind: Field, object: Deal, name: x, type: number, default: 1.5}                | INVALID_DEFAULT       | Field Deal.x.default
                    {kind: Field, object: Deal, name: x, type: number, default: soon}               | INVALID_DEFAULT       | Field Deal.x.default
                    {kind: Field, object: Deal, name: x, type: boolean, default: 1}                 | INVALID_DEFAULT       | Field Deal.x.default
                    {kind: Field, object: Deal, name: x, type: date, default: 31.12.2026}           | INVALID_DEFAULT       | Field Deal.x.default
                    {kind: Field, object: Deal, name: x, type: picklist, values: [a], default: b}   | INVALID_DEFAULT       | Field Deal.x.default
                    {kind: Field, object: Deal, name: x, type: picklist, values: [{value: a, active: false}], default: a} | INVALID_DEFAULT | Field Deal.x.default
                    {kind: Field, object: Deal, name: x, type: lookup, target: User, default: a}    | INVALID_DEFAULT       | Field Deal.x.default
                    {kind: Field, object: Deal, name: x, type: text, storage: more_2}               | STORAGE_CONFLICT      | Field Deal.x.storage
                    {kind: Rule, object: Dea, name: x, on: [BEFORE_CREATE], script: a}              | UNKNOWN_OBJECT        | Rule Dea.x.object
                    {kind: Rule, object: Deal, name: 'x?', on: [BEFORE_CREATE], script: a}          | INVALID_NAME          | Rule Deal.x?.name
                    {kind: Rule, object: Deal, name: x, on: [BEFORE_CREATE], script: record.amuont} | SCRIPT_REFUSED        | Rule Deal.x.script
                    """)
    void tellsWhatStandsInTheWay(String document, String code, String path) {
        String storage =
                "{kind: Field, object: Deal, name: fixed, type: text, storage: more_2}\n---\n";
        List<Problem> problems = Catalogs.problems(BASE + storage + document);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code().name()).isEqualTo(code);
                    assertThat(steps(problem)).isEqualTo(path);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    type: text, default: abc
                    type: number, digits: 5, decimals: 2, default: 123.45
                    type: currency, default: '12.50'
                    type: percent, default: 0
                    type: boolean, default: true
                    type: date, default: '2026-12-31'
                    type: dateTime, default: '2026-12-31T10:00:00+02:00'
                    type: picklist, values: [a, b], default: b
                    type: multiPicklist, values: [a, b], default: [a, b]
                    type: email, unique: true
                    type: number, externalId: true
                    type: manyToMany, target: Deal, inverseName: parts
                    type: lookup, target: Deal, inverseName: children
                    type: autoNumber, unique: true, format: 'D-{00000}'
                    """)
    void acceptsWhatIsSound(String options) {
        assertThat(
                        Catalogs.problems(
                                BASE + "{kind: Field, object: Deal, name: x, " + options + "}"))
                .isEmpty();
    }

    @Test
    void findsCyclesOverSeveralObjects() {
        assertThat(
                        Catalogs.problems(
                                """
                                {kind: Object, name: A}
                                ---
                                {kind: Object, name: B}
                                ---
                                {kind: Field, object: A, name: b, type: masterDetail, target: B}
                                ---
                                {kind: Field, object: B, name: a, type: masterDetail, target: A}
                                """))
                .extracting(Problem::code)
                .containsOnly(CatalogProblem.MASTER_DETAIL_CYCLE)
                .hasSize(2);
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(
                        Catalogs.problems(
                                BASE
                                        + """
                                        {kind: Object, name: query}
                                        ---
                                        {kind: Field, object: Deal, name: x, type: number, digits: 99, default: a}
                                        ---
                                        {kind: Field, object: Nothing, name: y, type: text}
                                        """))
                .extracting(CatalogProblemsTest::steps)
                .containsExactlyInAnyOrder(
                        "Object query.name",
                        "Field Deal.x.digits",
                        "Field Deal.x.default",
                        "Field Nothing.y.object");
    }

    @Test
    void limitsTheFieldsOfAnObject() {
        String fields =
                IntStream.rangeClosed(1, 501)
                        .mapToObj(number ->
                                "{kind: Field, object: Deal, name: f%d, type: longText}"
                                        .formatted(number))
                        .collect(Collectors.joining("\n---\n"));

        assertThat(Catalogs.problems("{kind: Object, name: Deal}\n---\n" + fields))
                .extracting(Problem::code)
                .containsExactly(CatalogProblem.TOO_MANY_COMPONENTS);
    }

    private static String steps(Problem problem) {
        return String.join(".", problem.path().stream().map(String::valueOf).toList());
    }
}
