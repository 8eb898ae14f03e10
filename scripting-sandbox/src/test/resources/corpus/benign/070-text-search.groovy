// searches for long parts and changes of case | must return 10 3 22 22 XX -a-b- aX strasse STRASSE
def text = 'ab' * 20
return "${'abcabca' * 10}".count('abcabca') + ' ' + 'aaaa'.count('aa') + ' ' + (text + 'c').indexOf('ab' * 9 + 'c') + ' ' + (text + 'c').lastIndexOf('ab' * 9) + ' ' + text.replace('ab' * 10, 'X') + ' ' + 'ab'.replace('', '-') + ' ' + ('abXX' - 'bX') + ' ' + 'STRASSE'.toLowerCase() + ' ' + 'straße'.toUpperCase()
