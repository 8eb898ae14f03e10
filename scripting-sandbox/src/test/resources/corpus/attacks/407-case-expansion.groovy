// [cpu] letters whose upper case is longer make the JDK copy the text for each | must be stopped at run with a limit error
def text = 'ΐ' * 900000
return text.toUpperCase().length()
