// a method that takes a record of a batch | per batch | must return Acme renewal in DE
String label(Opportunity o) { "${o.name} in ${o.country}" }
records.each { it.description = label(it) }
return records.first().description
