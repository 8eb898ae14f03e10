package kith.graphql.reference.world;

/** A type of fields, by its name in documents. */
public enum Kind {
    ID("id", Form.ID),
    TEXT("text", Form.STRING),
    LONG_TEXT("longText", Form.STRING),
    /** At most nine digits and no decimals. */
    WHOLE("number", Form.INT),
    NUMBER("number", Form.DECIMAL),
    CURRENCY("currency", Form.DECIMAL),
    PERCENT("percent", Form.DECIMAL),
    DATE("date", Form.DATE),
    DATE_TIME("dateTime", Form.DATE_TIME),
    BOOLEAN("boolean", Form.BOOLEAN),
    PICKLIST("picklist", Form.STRING),
    MULTI_PICKLIST("multiPicklist", Form.STRINGS),
    EMAIL("email", Form.STRING),
    PHONE("phone", Form.STRING),
    URL("url", Form.STRING),
    AUTO_NUMBER("autoNumber", Form.STRING),
    LOOKUP("lookup", Form.ID),
    /** A lookup to records of several objects. */
    ANY_LOOKUP("lookup", Form.ID),
    MASTER_DETAIL("masterDetail", Form.ID),
    MANY_TO_MANY("manyToMany", Form.ID);

    private final String document;
    private final Form form;

    Kind(String document, Form form) {
        this.document = document;
        this.form = form;
    }

    /** The type's name in documents. */
    public String document() {
        return document;
    }

    public Form form() {
        return form;
    }

    /** Whether it points to records of one object, one at a time. */
    public boolean isToOne() {
        return this == LOOKUP || this == MASTER_DETAIL;
    }
}
