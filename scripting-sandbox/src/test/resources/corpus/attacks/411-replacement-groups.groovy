// [memory] one replacement that names a long group very often | must be stopped at run with a limit error
def text = 'a' * 90000
return text.replaceAll('.+', '\$0' * 400000).length()
