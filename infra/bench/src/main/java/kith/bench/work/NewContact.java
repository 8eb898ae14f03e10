package kith.bench.work;

import java.util.UUID;

/** A contact that a request creates. */
public record NewContact(
        UUID account,
        UUID owner,
        String firstName,
        String lastName,
        String email,
        String phone,
        String title,
        String status,
        int score) {}
