// [exceptions] try with resources calls close | must be rejected at compile
try (def x = record.name) { log.info(x) }
