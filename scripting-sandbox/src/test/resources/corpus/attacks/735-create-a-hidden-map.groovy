// [coercion] a map as a value of a new record, behind a method | must fail with an error
Object hide(Object o) { o }
crm.create('Task', [name: hide([a: [b: 1]])])
