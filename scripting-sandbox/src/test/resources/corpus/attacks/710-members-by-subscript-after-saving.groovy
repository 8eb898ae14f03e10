// [data] a field of a saved record by its name | after saving | per batch | must fail with an error
records.each { r -> r['amount'] = 1 }
