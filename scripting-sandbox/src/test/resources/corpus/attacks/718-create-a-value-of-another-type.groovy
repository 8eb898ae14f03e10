// [coercion] a date as the amount of a new record | must be rejected at compile
crm.create('Task', [amount: today()])
