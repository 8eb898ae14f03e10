// [coercion] days beyond all counting | must fail with an error
return record.closeDate.plusDays(9223372036854775807L)
