package kith.metadata.change;

import kith.metadata.ComponentRef;

/** What an estate agency keeps: the components that tests of changes begin with. */
final class Houses {

    static final String YAML =
            """
            kind: Object
            name: Agent
            ---
            kind: Object
            name: Property
            ---
            kind: Field
            object: Property
            name: agent
            type: lookup
            target: Agent
            ---
            kind: Field
            object: Property
            name: price
            type: currency
            ---
            kind: Field
            object: Property
            name: status
            type: picklist
            values: [open, sold]
            ---
            kind: Rule
            object: Property
            name: checkPrice
            on: [BEFORE_CREATE]
            script: record.price
            """;

    static final ComponentRef AGENT = ComponentRef.object("Agent");
    static final ComponentRef PROPERTY = ComponentRef.object("Property");
    static final ComponentRef PRICE = ComponentRef.field("Property", "price");

    private Houses() {}
}
