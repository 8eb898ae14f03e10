// [cpu] a failed search repeated on one matcher begins anew each time | must be stopped at run with a limit error
def m = ('x' * 100000) =~ /\z\A/
while (true) { m.find() }
