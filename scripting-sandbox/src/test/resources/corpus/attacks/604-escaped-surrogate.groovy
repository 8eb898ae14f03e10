// [unicode] an escape that makes half a character in the source | must be rejected at compile
def s = '\ud83d'
return s
