// [data] a closure of one record kept in another | per batch | must be rejected at compile
def kept = []
records.each { r -> kept << { r.name } }
records.each { r -> r.tags = kept }
