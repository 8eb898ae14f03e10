// [cpu] a search that takes the time of both lengths multiplied | must be answered within a second
def text = 'a' * 900000
def part = 'a' * 450000 + 'b'
return text.contains(part) || text.indexOf(part) >= 0 || text.count(part) > 0 || (text - part) != text
