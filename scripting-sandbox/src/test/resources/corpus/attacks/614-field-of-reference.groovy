// [data] a field behind a reference is changed | must be rejected at compile
record.account.name = 'x'
return record.account.parent.parent.name
