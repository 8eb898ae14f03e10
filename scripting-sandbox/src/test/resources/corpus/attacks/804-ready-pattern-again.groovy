// [cpu] a long ready pattern on no text, again and again | must be stopped at run with a limit error
def p = ~('(?:a|b)' * 70)
while (true) { def m = '' =~ p }
