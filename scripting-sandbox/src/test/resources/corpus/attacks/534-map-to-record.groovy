// [coercion] a map as a record that nobody gave the rule | must be rejected at compile
Task t = [name: 'forged', id: '1']
crm.update(t)
