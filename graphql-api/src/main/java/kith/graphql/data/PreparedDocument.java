package kith.graphql.data;

import kith.graphql.document.ValidDocument;
import kith.graphql.schema.TenantSchema;

/**
 * A document that is valid under a tenant's schema.
 *
 * @param isOfPart whether that is the schema of a part of the tenant's catalog, so that a refusal
 *     is none before the whole has been asked
 */
record PreparedDocument(TenantSchema schema, ValidDocument document, boolean isOfPart) {}
