// [data] a field of a new record named at run time, its map hidden | must fail with an error
Map values = [:]
values[5] = 'x'
crm.create('Task', values)
