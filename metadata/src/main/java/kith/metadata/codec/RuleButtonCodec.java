package kith.metadata.codec;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kith.metadata.RuleButton;
import kith.metadata.RuleButton.Place;
import kith.metadata.name.Nearest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the document of a rule says of its button. */
final class RuleButtonCodec {

    private static final String PLACE = "place";
    private static final String VISIBLE_WHEN = "visibleWhen";
    private static final List<String> PLACES = Stream.of(Place.values()).map(Enum::name).toList();

    private RuleButtonCodec() {}

    /** Its button; empty where people do not set the rule off. */
    static Optional<RuleButton> read(DocumentReader reader, boolean isButton) {
        Set<Place> places = places(reader);
        Optional<String> visibleWhen =
                reader.optionalText(VISIBLE_WHEN).filter(text -> !text.isBlank());
        if (isButton) {
            return Optional.of(
                    new RuleButton(
                            places.isEmpty() ? EnumSet.of(Place.RECORD) : places, visibleWhen));
        }
        for (String property : List.of(PLACE, VISIBLE_WHEN)) {
            if (reader.has(property)) {
                reader.problem(
                        DocumentProblem.CONTRADICTION,
                        "Only a rule on BUTTON has `%s`".formatted(property),
                        Optional.of("Leave it out, or add BUTTON to `on`."),
                        property);
            }
        }
        return Optional.empty();
    }

    static void write(RuleButton button, ObjectNode document) {
        ArrayNode places = document.putArray(PLACE);
        EnumSet.copyOf(button.places()).forEach(place -> places.add(place.name()));
        button.visibleWhen().ifPresent(condition -> document.put(VISIBLE_WHEN, condition));
    }

    private static Set<Place> places(DocumentReader reader) {
        EnumSet<Place> places = EnumSet.noneOf(Place.class);
        List<String> given = reader.texts(PLACE);
        for (int index = 0; index < given.size(); index++) {
            String name = given.get(index);
            if (PLACES.contains(name)) {
                places.add(Place.valueOf(name));
            } else {
                reader.problem(
                        DocumentProblem.WRONG_VALUE,
                        "`%s` is none of %s".formatted(name, String.join(", ", PLACES)),
                        Nearest.hint(name, PLACES),
                        PLACE,
                        index);
            }
        }
        return places;
    }
}
