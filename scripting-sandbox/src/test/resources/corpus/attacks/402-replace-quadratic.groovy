// [cpu] a replacement of a long text that almost matches everywhere | must be answered within a second
def text = 'a' * 900000
return text.replace('a' * 450000 + 'b', 'x').length()
