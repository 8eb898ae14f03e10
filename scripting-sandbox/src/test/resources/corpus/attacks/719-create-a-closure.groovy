// [coercion] a closure as a value of a new record | must be rejected at compile
crm.create('Task', [name: { 'x' }])
