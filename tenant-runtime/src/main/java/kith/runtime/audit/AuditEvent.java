package kith.runtime.audit;

import java.util.Map;

/**
 * Something that happened just now.
 *
 * @param subject what it is about, at most 200 characters
 * @param detail what is to be known of it, as JSON has it
 */
public record AuditEvent(AuditKind kind, String subject, Map<String, Object> detail) {

    private static final int LONGEST = 200;

    public AuditEvent {
        subject = subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST);
        detail = Map.copyOf(detail);
    }
}
