// [unicode] a letter of another script that looks the same | must be rejected at compile
return record.clаss
