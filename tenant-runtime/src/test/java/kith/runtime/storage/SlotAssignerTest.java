package kith.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Storage;
import kith.metadata.codec.ComponentFiles;
import kith.metadata.codec.ComponentIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotAssignerTest {

    private final SlotAssigner assigner = new SlotAssigner();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    type: text                                | text_13
                    type: text, indexed: true                 | text_1
                    type: text, externalId: true              | text_1
                    type: email                               | text_13
                    type: picklist, values: [a]               | text_13
                    type: autoNumber                          | text_13
                    type: longText                            | more_1
                    type: number                              | number_9
                    type: number, indexed: true               | number_1
                    type: number, digits: 30                  | more_1
                    type: currency                            | number_9
                    type: percent, indexed: true              | number_1
                    type: date                                | date_6
                    type: date, indexed: true                 | date_1
                    type: dateTime                            | time_4
                    type: boolean                             | flag_3
                    type: boolean, indexed: true              | flag_1
                    type: multiPicklist, values: [a]          | more_1
                    type: lookup, target: A                   | ref_1
                    type: masterDetail, target: A             | ref_1
                    type: manyToMany, target: A               | links
                    """)
    void choosesTheHomeThatFits(String options, String home) {
        FieldDefinition field = field(options);

        Storage assigned = assigner.assign(field, Set.of()).orElseThrow();

        assertThat(assigned).hasToString(home);
        assertThat(assigner.fits(field, assigned)).isTrue();
    }

    @Test
    void keepsPlainFieldsOutOfIndexedSlotsAndLetsThemFlowOver() {
        List<String> homes = fill("type: text", 30);

        assertThat(homes).startsWith("text_13", "text_14").endsWith("text_40", "more_1", "more_2");
        assertThat(homes).noneMatch(home -> home.equals("text_1"));
    }

    @Test
    void hasNoHomeForMoreIndexedFieldsThanThereAreIndexes() {
        assertThat(fill("type: text, indexed: true", 13)).hasSize(12).endsWith("text_12");
        assertThat(fill("type: date, indexed: true", 9)).hasSize(5);
    }

    @Test
    void putsReferencesIntoIndexedSlotsFirst() {
        assertThat(fill("type: lookup, target: A", 25))
                .hasSize(20)
                .isEqualTo(
                        IntStream.rangeClosed(1, 20).mapToObj(number -> "ref_" + number).toList());
    }

    @Test
    void isPure() {
        FieldDefinition field = field("type: text");
        Set<Storage> taken = Set.of(Storage.parse("text_13").orElseThrow());

        assertThat(assigner.assign(field, taken)).isEqualTo(assigner.assign(field, taken));
        assertThat(assigner.assign(field, taken).orElseThrow()).hasToString("text_14");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    type: text, indexed: true | text_13
                    type: text, maxLength: 300 | text_3
                    type: text | number_9
                    type: longText | text_13
                    type: manyToMany, target: A | more_1
                    type: date | links
                    type: text, indexed: true | more_3
                    type: number, digits: 19 | number_9
                    """)
    void refusesHomesThatDoNotFit(String options, String home) {
        assertThat(assigner.fits(field(options), Storage.parse(home).orElseThrow())).isFalse();
    }

    @Test
    void acceptsAPackagesHighIndexedSlotAndOverflow() {
        assertThat(
                        assigner.fits(
                                field("type: text, externalId: true"),
                                Storage.parse("text_12").orElseThrow()))
                .isTrue();
        assertThat(assigner.fits(field("type: date"), Storage.parse("more_200").orElseThrow()))
                .isTrue();
        assertThat(
                        assigner.fits(
                                field("type: lookup, target: A"),
                                Storage.parse("ref_20").orElseThrow()))
                .isTrue();
    }

    private List<String> fill(String options, int count) {
        FieldDefinition field = field(options);
        Set<Storage> taken = new HashSet<>();
        return Stream.generate(() -> assigner.assign(field, Set.copyOf(taken)))
                .limit(count)
                .flatMap(Optional::stream)
                .peek(taken::add)
                .map(Storage::toString)
                .toList();
    }

    private static FieldDefinition field(String options) {
        String yaml = "{ kind: Field, object: Thing, name: field, " + options + " }";
        return (FieldDefinition)
                ComponentFiles.read(
                                "test.yaml",
                                yaml,
                                (component, packageName) ->
                                        ComponentIds.ofPackage("test", component))
                        .getFirst();
    }
}
