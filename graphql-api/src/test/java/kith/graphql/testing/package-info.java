/** What tests of this module share: catalogs, requests, answers. */
@NullMarked
package kith.graphql.testing;

import org.jspecify.annotations.NullMarked;
