package kith.runtime.audit;

/** What an entry is about. */
public enum AuditKind {
    /** Somebody signed in in a browser. */
    SIGN_IN,
    /** Many records were read at once. */
    MASS_READ,
    /** Credentials of a program were made, changed or taken away. */
    API_CLIENT,
    /** The metadata was changed; the subject is the version that came of it. */
    METADATA,
    /** A user or what they may was changed; the subject is the record and its version. */
    ACCESS
}
