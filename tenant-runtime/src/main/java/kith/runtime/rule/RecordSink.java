package kith.runtime.rule;

import java.util.List;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;

/**
 * Port: writes what rules want to be written, in the transaction of the write that they run in and
 * by its own way, other rules included. It blocks.
 */
public interface RecordSink {

    /** An id for a record that is still to be made. */
    UUID nextId();

    /**
     * Refuses rules whose rights do not reach that far.
     *
     * @throws kith.metadata.problem.ProblemException where records of the object may not be written
     */
    void require(ObjectRight right, ObjectType object);

    /** Whether the rule may set a field of an object that it may write. */
    boolean mayWrite(Field field);

    /**
     * Writes all of it: a number of statements that does not grow with the number of records.
     *
     * @param chain the rules that led to these writes
     * @throws kith.metadata.problem.ProblemException where something is refused; then all is
     */
    void write(List<RuleWrite> writes, RuleChain chain);
}
