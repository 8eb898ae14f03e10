// [unicode] an invisible joiner in a name | must be rejected at compile
return record.na⁠me
