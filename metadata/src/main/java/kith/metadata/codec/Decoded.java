package kith.metadata.codec;

import java.util.List;
import kith.metadata.Component;
import kith.metadata.problem.Problem;

/** What became of a document. */
public sealed interface Decoded {

    /** It is a component. */
    record Sound(Component component) implements Decoded {}

    /** It is none; all reasons, at least one. */
    record Faulty(List<Problem> problems) implements Decoded {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
