// a variable that holds one kind of text and then the other | must return 19
def text
if (record.active) {
  text = 'active'
} else {
  text = "inactive: ${record.stage}"
}
text = record.active ? text : "x${1}"
text += ", ${record.stage}"
record.description = text
return text.length()
