// [cpu] the match at a position asked for again and again on a pattern that walks without looking | must be stopped at run with a limit error
def m = ('x' * 100000) =~ /\z/
while (true) { m[0] }
