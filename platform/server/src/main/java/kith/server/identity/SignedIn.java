package kith.server.identity;

import kith.runtime.access.Caller;

/** Who sent a request, and by which way. */
public record SignedIn(AccessToken token, Caller.Origin origin) {}
