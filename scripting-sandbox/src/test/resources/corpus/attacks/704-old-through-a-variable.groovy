// [data] a field of a record as it was, through a variable of its object | per batch | must fail with an error
Opportunity before = records[0].old
before.name = 'other'
