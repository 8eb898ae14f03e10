package kith.graphql.share;

import kith.runtime.share.AccessReasons;
import kith.runtime.share.RecordShares;

/** What shares records, and tells why they are seen. */
public record Sharing(RecordShares shares, AccessReasons reasons) {}
