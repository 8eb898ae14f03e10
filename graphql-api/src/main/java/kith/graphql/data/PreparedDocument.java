package kith.graphql.data;

import kith.graphql.document.ValidDocument;
import kith.graphql.schema.TenantSchema;

/** A document that is valid under a tenant's schema. */
record PreparedDocument(TenantSchema schema, ValidDocument document) {

    static PreparedDocument of(TenantSchema schema, String query) {
        return new PreparedDocument(schema, ValidDocument.of(schema.graphql(), query));
    }
}
