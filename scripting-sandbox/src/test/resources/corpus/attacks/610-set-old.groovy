// [data] the record as it was is changed | must be rejected at compile
old.amount = 5
