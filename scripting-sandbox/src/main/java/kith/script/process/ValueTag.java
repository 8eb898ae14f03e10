package kith.script.process;

/** What kind of value follows. */
enum ValueTag {
    /** Of a record's property: it has to be asked for. */
    NOT_AT_HAND,
    EMPTY,
    TEXT,
    INTEGER,
    DECIMAL,
    LARGE_DECIMAL,
    TRUE,
    FALSE,
    DATE,
    DATE_TIME,
    LIST,
    RECORD;

    private static final ValueTag[] ALL = values();

    static ValueTag of(byte code) throws WireException {
        if (code < 0 || code >= ALL.length) {
            throw new WireException("no kind of value has this number");
        }
        return ALL[code];
    }
}
