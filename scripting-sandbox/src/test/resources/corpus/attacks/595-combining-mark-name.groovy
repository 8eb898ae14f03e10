// [unicode] a mark that combines with the letter before | must be rejected at compile
def ń = 1
return ń
