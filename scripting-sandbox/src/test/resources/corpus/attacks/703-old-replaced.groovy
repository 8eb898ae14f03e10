// [data] the record as it was replaced by another | per batch | must be rejected at compile
records.each { r -> r.old = r }
