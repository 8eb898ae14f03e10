// methods of a text with values | must return **RENEWAL X-DE!A
def text = "  ${record.name} " + 'x' + "-${record.country}"
text += "!"
return text.trim().toUpperCase().replace("ACME${' '}", '').padLeft(15, '*') + "${record.name}"[0]
