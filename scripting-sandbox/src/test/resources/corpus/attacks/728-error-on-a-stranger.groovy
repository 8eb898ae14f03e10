// [data] an error on a record that the rule is not called for | per batch | must fail with an error
crm.get('Opportunity', 'op-1').addError('name', 'x')
