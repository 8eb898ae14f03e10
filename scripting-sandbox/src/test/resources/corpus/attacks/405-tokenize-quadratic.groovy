// [cpu] every character is compared with each of very many separators | must be answered within a second
def text = 'a' * 900000
return text.tokenize('b' * 900000).size()
