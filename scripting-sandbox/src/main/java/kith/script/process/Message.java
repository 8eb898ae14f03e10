package kith.script.process;

/** The kinds of message between the host and a process that runs rules. */
enum Message {
    /** To the process: the classes of a rule, under a number. */
    LOAD,
    /** To the process: the rules loaded so far are needed no more. */
    FORGET,
    /** To the process: run a rule, perhaps while it waits for an answer within another run. */
    RUN,
    /** To the process, the answers to what a rule asks. */
    VALUE,
    RECORDS,
    RECORD,
    DONE,
    /** To the process, in place of an answer: the rule may handle it. */
    REFUSED,
    /** To the process, in place of an answer: the host counted a limit out. */
    EXHAUSTED,
    /** To the process, in place of an answer: the host failed, the rule is to break off. */
    BREAK_OFF,

    /** From the process: the rule sets a property of a record of its own; nobody waits. */
    SET_OWN,
    /** From the process, what a rule asks. */
    GET,
    SET,
    QUERY,
    FETCH,
    CREATE,
    UPDATE,
    UPDATE_BY_ID,
    DELETE,
    DELETE_BY_ID,
    /** From the process: a run ended. */
    FINISHED,
    FAILED,
    BROKEN_OFF;

    private static final Message[] ALL = values();

    static Message of(byte code) throws WireException {
        if (code < 0 || code >= ALL.length) {
            throw new WireException("no kind of message has this number");
        }
        return ALL[code];
    }
}
