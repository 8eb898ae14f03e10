// [data] a field of a record as it was | per batch | must be rejected at compile
records.each { r -> r.old.name = 'other' }
