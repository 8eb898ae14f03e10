// [memory] a format that names one long value hundreds of times | must be stopped at run with a limit error
def text = 'a' * 900000
return String.format('%1\$s' * 400, text).length()
