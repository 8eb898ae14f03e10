// a method that returns texts of both kinds | must return Acme renewal (Negotiation) short
String label(boolean isLong) {
  if (isLong) { return "${record.name} (${record.stage})" }
  return record.name
}
def either(boolean isLong) { isLong ? "long ${record.name}" : 'short' }
record.description = label(true)
return record.description + ' ' + either(false)
