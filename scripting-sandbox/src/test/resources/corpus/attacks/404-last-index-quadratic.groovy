// [cpu] a search from the end | must be answered within a second
def text = 'a' * 900000
return text.lastIndexOf('b' + 'a' * 450000)
