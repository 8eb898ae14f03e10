// [coercion] a closure as what a query compares with, behind a method | must fail with an error
Object hide(Object o) { o }
crm.query('Task', [name: hide({ 'x' })])
