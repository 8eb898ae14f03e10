package kith.metadata.problem;

/**
 * A stable name of one reason to fail; each package has an enum of its own, and {@code
 * docs/errors.md} a paragraph.
 */
public interface ProblemCode {

    /** The code that callers see; never reused for another reason. */
    String name();

    ProblemKind kind();
}
