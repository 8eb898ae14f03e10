// [cpu] one matcher asked again and again whether all matches | must be stopped at run with a limit error
def m = '' =~ /(?:|||||||||)(?:|||||||||)(?:|||||||||)x/
while (true) { m.matches() }
