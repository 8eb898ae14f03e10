// [data] fields of saved records | after saving | per batch | must be rejected at compile
records.each { it.amount = 1 }
