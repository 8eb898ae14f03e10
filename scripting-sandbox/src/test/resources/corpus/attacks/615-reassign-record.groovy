// [data] another record in place of the rule's own | must be rejected at compile
record = crm.get('Account', 'a')
