// a text with values in switch and case | must return tech
switch ("${record.country}-${record.industry}") {
  case "DE-${'Bank'}": return 'bank'
  case 'DE-Tech': return 'tech'
  default: return 'other'
}
