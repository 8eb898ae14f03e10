// [crm] a value without a field | must fail with an error
Map m = [:]
m[null] = 1
crm.create("Task", m)
