package kith.server.user;

import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemObjects;

/** The system object of users, as a catalog has it. */
record UserFields(ObjectType object) {

    static UserFields of(Catalog catalog) {
        return new UserFields(catalog.require(SystemObjects.USER));
    }

    Field id() {
        return field("id");
    }

    Field name() {
        return field("name");
    }

    Field email() {
        return field("email");
    }

    Field firstName() {
        return field("firstName");
    }

    Field lastName() {
        return field("lastName");
    }

    Field identity() {
        return field("identity");
    }

    Field active() {
        return field("active");
    }

    Field administrator() {
        return field("administrator");
    }

    private Field field(String name) {
        return object.field(name)
                .orElseThrow(() -> new IllegalStateException("every user has the field " + name));
    }
}
