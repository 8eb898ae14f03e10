String name = record.name?.trim()?.replaceAll('\\s+', ' ')
if (!name) {
  throw new RuleError('name', 'An opportunity needs a name')
}
record.name = name.length() > 60 ? name.substring(0, 60) : name
