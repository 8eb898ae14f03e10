package kith.metadata.codec;

import java.util.List;
import java.util.Optional;
import kith.metadata.RollUpDefinition;
import kith.metadata.RollUpDefinition.Function;
import kith.metadata.name.Nearest;
import tools.jackson.databind.node.ObjectNode;

/** The part of a field's document that says what the field sums up. */
final class RollUpCodec {

    private static final String ROLL_UP = "rollUp";

    private RollUpCodec() {}

    static Optional<RollUpDefinition> read(DocumentReader field) {
        return field.inner(ROLL_UP).flatMap(RollUpCodec::inner);
    }

    private static Optional<RollUpDefinition> inner(DocumentReader reader) {
        String object = reader.text("object");
        String through = reader.text("through");
        Optional<Function> function = function(reader);
        Optional<String> of = reader.optionalText("of");
        Optional<String> where = reader.optionalText("where");
        reader.finish("a roll-up", List.of());
        return function.map(known -> new RollUpDefinition(object, through, known, of, where));
    }

    private static Optional<Function> function(DocumentReader reader) {
        String name = reader.text("function");
        Optional<Function> function = Function.named(name);
        if (function.isEmpty() && !name.isEmpty()) {
            reader.problem(
                    DocumentProblem.WRONG_VALUE,
                    "`" + name + "` is no function of a roll-up",
                    Nearest.hint(name, Function.names())
                            .or(() -> Optional.of("Use count, sum, min, max or avg.")),
                    "function");
        }
        return function;
    }

    static void write(RollUpDefinition rollUp, ObjectNode field) {
        ObjectNode document =
                field.putObject(ROLL_UP)
                        .put("object", rollUp.object())
                        .put("through", rollUp.through())
                        .put("function", rollUp.function().documentName());
        rollUp.of().ifPresent(of -> document.put("of", of));
        rollUp.where().ifPresent(where -> document.put("where", where));
    }
}
