// texts of both kinds compared | must return true
def key = "${record.country}/${record.industry}"
def found = key == 'DE/Tech' && 'DE/Tech' == key && key != "US/${record.industry}" && key < 'DF'
return found && key in ['DE/Tech'] && ['DE/Tech'].contains(key) && (key <=> 'DE/Tech') == 0
