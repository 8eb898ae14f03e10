// [data] closures of records kept in a field of another, behind a method | per batch | must fail with an error
def kept = []
Object hide(Object o) { o }
records.each { r -> kept << { r.name } }
records.each { r -> crm.update('Task', r.id, [name: hide(kept)]) }
