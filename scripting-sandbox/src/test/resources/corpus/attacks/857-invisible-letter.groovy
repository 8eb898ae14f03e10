// [unicode] a name that nobody sees | must be rejected at compile
def ㅤ = 1
return ㅤ
