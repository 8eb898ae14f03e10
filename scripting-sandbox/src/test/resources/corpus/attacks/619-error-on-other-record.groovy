// [data] an error on a record that is not the rule's own | must fail with an error
crm.get('Account', 'a').addError('name', 'x')
