// [data] a record is put in place of a reference | must be rejected at compile
record.account = crm.get('Account', 'a')
