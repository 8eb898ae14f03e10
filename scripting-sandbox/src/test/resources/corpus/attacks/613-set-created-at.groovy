// [data] a field of the system is changed | must be rejected at compile
record.createdAt = now()
