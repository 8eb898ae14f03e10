// [unicode] an invisible hyphen in a name | must be rejected at compile
def cla­ss = 1
return cla­ss
