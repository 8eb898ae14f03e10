// [data] a field of a saved record, through a variable of its object | after saving | must fail with an error
Opportunity mine = record
mine.name = 'other'
