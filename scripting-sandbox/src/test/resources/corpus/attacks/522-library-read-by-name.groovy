// [reflection] the method that property access is rewritten to, called by name | must be rejected at compile
return record.read('name')
